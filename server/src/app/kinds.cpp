#include "app/kinds.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/ledger.h"

namespace kensan::app {

namespace {

using Problems = std::vector<Problem>;
using store::Entity;
using store::Transaction;

struct Kind {
  std::string_view name;
  const char* entity_kind;
  std::string_view only_entity;  // of which there is one per owner; empty: any id
  Problems (*problems)(const Installation&, const PhoneOperation&);
  /// None: an application, which is judged first.
  Outcome (*effect)(Transaction&, const std::string& user, const PhoneOperation&,
                    const Entity& present);
};

Outcome put(Transaction& transaction, const std::string& user, const PhoneOperation& operation,
            const Entity& present) {
  Entity entity = present;
  const bool one_more = !entity.body;
  if (one_more && transaction.entity_count(user, entity.kind) >= kMostCredits)
    return rejected("too_large", entity.version);
  entity.version = transaction.next_version(user);
  entity.body = canonical_json(operation.body.dump());
  transaction.put_entity(user, entity);
  return {.version = entity.version};
}

Outcome remove(Transaction& transaction, const std::string& user, const PhoneOperation&,
               const Entity& present) {
  Entity entity = present;
  if (entity.version == 0) return rejected("not_found", 0);
  entity.version = transaction.next_version(user);
  entity.body.reset();
  transaction.put_entity(user, entity);
  return {.version = entity.version};
}

Problems credit_body(const Installation& here, const PhoneOperation& operation) {
  return credit_problems(here, operation.body, operation.entity);
}

Problems no_body(const Installation&, const PhoneOperation& operation) {
  if (operation.body.is_null()) return {};
  return {{"unexpected", "", "a deletion has no body"}};
}

const std::array kKinds = {
    Kind{"put_credit", "credit", "", credit_body, put},
    Kind{"delete_credit", "credit", "", no_body, remove},
    Kind{"put_attachment", kAttachment, "",
         [](const Installation&, const PhoneOperation& operation) {
           return attachment_problems(operation.body);
         },
         put},
    Kind{"delete_attachment", kAttachment, "", no_body, remove},
    Kind{"set_profile", "profile", "profile",
         [](const Installation& here, const PhoneOperation& operation) {
           return profile_problems(here, operation.body);
         },
         put},
    Kind{"set_person", "person", "person",
         [](const Installation&, const PhoneOperation& operation) {
           return person_problems(operation.body);
         },
         put},
    Kind{"submit_application", "application", "",
         [](const Installation&, const PhoneOperation& operation) {
           return submission_problems(operation);
         },
         nullptr},
};

const Kind* kind_of(const PhoneOperation& operation) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const Kind& kind) { return kind.name == operation.kind; });
  return found == kKinds.end() ? nullptr : found;
}

/// Units in a system of which the phone has the rules and the server has not: nothing that the
/// pharmacist could put right.
bool is_of_unknown_rules(const Problems& problems, const RuleDifferences& rules) {
  return !rules.unknown.empty() &&
         std::all_of(problems.begin(), problems.end(), [](const Problem& problem) {
           return problem.code == "unknown_value" && problem.at == "/held_in";
         });
}

}  // namespace

Problems problems_of(const Installation& here, const PhoneOperation& operation) {
  if (operation.too_large || !operation.malformed.empty()) return operation.malformed;
  const Kind* kind = kind_of(operation);
  if (kind == nullptr) return {};
  if (!kind->only_entity.empty() && operation.entity != kind->only_entity) {
    return {{"unknown_value", "", "the entity should be " + std::string(kind->only_entity)}};
  }
  return kind->problems(here, operation);
}

bool is_submission(const PhoneOperation& operation, const Problems& problems) {
  const Kind* kind = kind_of(operation);
  return !operation.too_large && kind != nullptr && kind->effect == nullptr && problems.empty();
}

Outcome outcome_of(Transaction& transaction, const Installation& here, const Sender& sender,
                   const PhoneOperation& operation, const Problems& problems,
                   const Judgement* judgement) {
  if (operation.too_large) return rejected("too_large", 0);
  if (!operation.malformed.empty()) return rejected("invalid", 0, problems);
  const Kind* kind = kind_of(operation);
  if (kind == nullptr) return rejected("unknown_kind", 0);
  Entity entity{kind->entity_kind, operation.entity, 0, std::nullopt};
  if (const auto present = transaction.entity(sender.user, entity.kind, entity.id))
    entity = *present;
  if (!problems.empty() && is_of_unknown_rules(problems, sender.rules))
    return rejected("unknown_rules", entity.version);
  if (!problems.empty()) return rejected("invalid", entity.version, problems);
  const bool stands =
      kind->effect == nullptr && entity.version > 0;  // an application is never edited
  if (operation.base_version != entity.version || stands) {
    return {.state = State::conflict, .version = entity.version, .current = entity};
  }
  if (kind->effect == nullptr) return submit(transaction, here, sender, operation, *judgement);
  return kind->effect(transaction, sender.user, operation, entity);
}

}  // namespace kensan::app
