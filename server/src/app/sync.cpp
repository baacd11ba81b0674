#include "app/sync.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/ledger.h"
#include "app/verify.h"

namespace kensan::app {

namespace {

constexpr std::int64_t kChangesAtOnce = 500;

using Problems = std::vector<Problem>;
using store::Entity;
using store::Transaction;

struct Kind {
  std::string_view name;
  const char* entity_kind;
  std::string_view only_entity;  // of which there is one per owner; empty: any id
  Problems (*problems)(const Installation&, const PhoneOperation&);
  Outcome (*effect)(Transaction&, const Installation&, const Sender&, const PhoneOperation&,
                    const Entity& present);
};

Outcome put(Transaction& transaction, const Installation&, const Sender& sender,
            const PhoneOperation& operation, const Entity& present) {
  const std::string& user = sender.user;
  Entity entity = present;
  const bool one_more = entity.kind == "credit" && !entity.body;
  if (one_more && transaction.credit_count(user) >= kMostCredits)
    return rejected("too_large", entity.version);
  entity.version = transaction.next_version(user);
  entity.body = canonical_json(operation.body.dump());
  transaction.put_entity(user, entity);
  return {.version = entity.version};
}

Outcome remove(Transaction& transaction, const Installation&, const Sender& sender,
               const PhoneOperation&, const Entity& present) {
  Entity entity = present;
  if (entity.version == 0) return rejected("not_found", 0);
  entity.version = transaction.next_version(sender.user);
  entity.body.reset();
  transaction.put_entity(sender.user, entity);
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
         [](Transaction& transaction, const Installation& here, const Sender& sender,
            const PhoneOperation& operation,
            const Entity&) { return submit(transaction, here, sender, operation); }},
};

const Kind* kind_of(const PhoneOperation& operation) {
  const auto* found = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const Kind& kind) { return kind.name == operation.kind; });
  return found == kKinds.end() ? nullptr : found;
}

/// What can be said of an operation before looking at the ledger.
Problems problems_of(const Installation& here, const PhoneOperation& operation) {
  const Kind* kind = kind_of(operation);
  if (kind == nullptr) return {{"unknown_value", "", "this kind of operation is not known"}};
  if (!kind->only_entity.empty() && operation.entity != kind->only_entity) {
    return {{"unknown_value", "", "the entity should be " + std::string(kind->only_entity)}};
  }
  return kind->problems(here, operation);
}

/// Units in a system of which the phone has the rules and the server has not: nothing that the
/// pharmacist could put right.
bool is_of_unknown_rules(const Problems& problems, const RuleDifferences& rules) {
  return !rules.unknown.empty() &&
         std::all_of(problems.begin(), problems.end(), [](const Problem& problem) {
           return problem.code == "unknown_value" && problem.at == "/held_in";
         });
}

Outcome outcome_of(Transaction& transaction, const Installation& here, const Sender& sender,
                   const PhoneOperation& operation, const Problems& problems) {
  const Kind* kind = kind_of(operation);
  if (kind == nullptr) return rejected("invalid", 0, problems);
  Entity entity{kind->entity_kind, operation.entity, 0, std::nullopt};
  if (const auto present = transaction.entity(sender.user, entity.kind, entity.id))
    entity = *present;
  if (!problems.empty() && is_of_unknown_rules(problems, sender.rules))
    return rejected("unknown_rules", entity.version);
  if (!problems.empty()) return rejected("invalid", entity.version, problems);
  if (operation.base_version != entity.version) {
    return {.state = State::conflict, .version = entity.version, .current = entity};
  }
  return kind->effect(transaction, here, sender, operation, entity);
}

/// One request's operations on their way into the database.
class Push {
 public:
  Push(Transaction& transaction, const Installation& here, const Sender& sender,
       const SyncRequest& request)
      : transaction_(transaction),
        here_(here),
        sender_(sender),
        user_(sender.user),
        device_(request.device),
        now_(here.clock.now()),
        last_seq_(transaction.last_seq(sender.user, request.device)) {}

  /// The acknowledgement; none at a gap in the device's sequence.
  std::optional<std::string> take(const PhoneOperation& operation, const Problems& problems) {
    const std::string hash = payload_hash(operation, device_);
    if (const auto seen = transaction_.operation(user_, operation.id)) {
      if (seen->payload_hash == hash) return seen->answer;
      advance_to(operation.seq);
      return acknowledgement(operation, rejected("op_reused", 0));
    }
    if (operation.seq <= last_seq_) return acknowledgement(operation, rejected("seq_reused", 0));
    if (operation.seq > last_seq_ + 1) return std::nullopt;
    const Outcome outcome = outcome_of(transaction_, here_, sender_, operation, problems);
    const std::string answer = acknowledgement(operation, outcome);
    keep(operation, hash, outcome.state, answer);
    advance_to(operation.seq);
    return answer;
  }

 private:
  void keep(const PhoneOperation& operation, const std::string& hash, State state,
            const std::string& answer) {
    std::optional<std::string> body;
    if (!operation.body.is_null()) body = canonical_json(operation.body.dump());
    transaction_.add_operation(user_, {operation.id, device_, operation.seq, operation.kind,
                                       operation.entity, operation.base_version, body, hash,
                                       state_word(state), answer, operation.client_time, now_});
    transaction_.add_audit(user_,
                           {now_, operation.kind + " " + state_word(state), operation.id, hash});
  }

  void advance_to(std::int64_t seq) {
    if (seq != last_seq_ + 1) return;
    last_seq_ = seq;
    transaction_.set_last_seq(user_, device_, seq);
  }

  Transaction& transaction_;
  const Installation& here_;
  const Sender& sender_;
  const std::string& user_;
  const std::string& device_;
  const std::string now_;
  std::int64_t last_seq_;
};

std::vector<std::string> push(const Installation& here, const Sender& sender,
                              const SyncRequest& request) {
  // The engine's part is done here, on the caller's thread: the one writing thread only compares
  // and stores.
  std::vector<Problems> problems;
  for (const PhoneOperation& operation : request.operations)
    problems.push_back(problems_of(here, operation));

  std::vector<std::string> acknowledgements;
  here.store.write([&](Transaction& transaction) {
    acknowledgements.clear();
    Push run(transaction, here, sender, request);
    for (std::size_t i = 0; i < problems.size(); ++i) {
      auto answer = run.take(request.operations[i], problems[i]);
      if (!answer) return;
      acknowledgements.push_back(std::move(*answer));
    }
  });
  return acknowledgements;
}

}  // namespace

SyncAnswer sync(const Installation& here, const std::string& user, const SyncRequest& request) {
  SyncAnswer answer;
  answer.rules = rule_differences(here.rules, request.rules);
  here.store.read([&](store::View& view) {
    answer.epoch = view.epoch();
    answer.expected_seq = view.last_seq(user, request.device) + 1;
  });
  if (request.epoch && *request.epoch != answer.epoch) return answer;

  if (!request.operations.empty())
    answer.acknowledgements = push(here, {user, answer.rules}, request);
  here.store.read([&](store::View& view) {
    answer.changes = view.changes(user, request.cursor, kChangesAtOnce);
    answer.cursor = answer.changes.empty() ? request.cursor : answer.changes.back().version;
    answer.more = answer.cursor < view.ledger_version(user);
    answer.expected_seq = view.last_seq(user, request.device) + 1;
    answer.applications_version = view.applications_version(user);
  });
  return answer;
}

}  // namespace kensan::app
