// compare: one ledger toward several certificates. allocate: which certificate each credit should
// serve, because one unit serves one certificate.
#include "assess/allocation.h"
#include "wire/answer.h"

namespace kensan {
namespace {

constexpr std::size_t kMostTargets = 16;

struct CompareRequest {
  Date as_of{};
  std::vector<Target> targets;
  Ledger ledger;
};

Target read_target(Fields& fields, const Rulebook& rulebook, const AsOf& as_of,
                   Problems& problems) {
  Target target;
  const std::optional<Scheme> scheme = read_scheme(fields, rulebook, problems);
  if (!scheme) {  // then only that is reported
    fields.forgive_unknown();
    return target;
  }
  target.pack = read_edition(fields, rulebook, scheme->provider, as_of, problems);
  if (const auto field = fields.required("profile")) {
    target.profile = read_profile(*field, target.pack, as_of.date, problems);
  }
  return target;
}

/// Trust the result only where nothing was reported.
CompareRequest read_compare(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  CompareRequest request;
  const AsOf as_of = read_as_of(fields, problems);
  request.as_of = as_of.date.value_or(kFirstDate);
  if (const auto field = fields.required("targets")) {
    each_object(*field, problems, [&](Fields& target) {
      request.targets.push_back(read_target(target, rulebook, as_of, problems));
    });
    const Node& list = field->node();
    if (list.type == NodeType::array && (list.size == 0 || list.size > kMostTargets)) {
      report(problems, *field, "range", "expected 1 to 16 targets");
    }
  }
  if (const auto field = fields.required("credits")) {
    read_credits(*field, rulebook, request.ledger, problems);
  }
  fields.report_unknown();
  return request;
}

void write_results(JsonText& json, const Rulebook& rulebook, const CompareRequest& request,
                   const std::vector<const Ledger*>& ledgers) {
  json.key("results").open_array();
  for (std::size_t i = 0; i < request.targets.size(); ++i) {
    write_assessment(json, rulebook, request.targets[i], request.as_of, *ledgers[i], false);
  }
  json.close_array();
}

/// What of a ledger goes to one target, in the request's order.
Ledger part_of(const Ledger& ledger, const Allocation& allocation, int target) {
  Ledger part;
  for (std::size_t place = 0; place < ledger.ids.size(); ++place) {
    if (allocation.target[place] != target) continue;
    part.credits.push_back(ledger.credits[place]);
    part.ids.push_back(ledger.ids[place]);
  }
  return part;
}

}  // namespace

std::string answer_compare(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const CompareRequest request = read_compare(fields, rulebook, problems);
  if (!problems.empty()) return {};
  JsonText json;
  json.open_object();
  write_results(json, rulebook, request,
                std::vector<const Ledger*>(request.targets.size(), &request.ledger));
  json.close_object();
  return json.take();
}

std::string answer_allocate(Fields& fields, const Rulebook& rulebook, Problems& problems) {
  const CompareRequest request = read_compare(fields, rulebook, problems);
  if (!problems.empty()) return {};
  std::vector<SoughtCertificate> sought;
  for (const Target& target : request.targets) sought.push_back({target.pack, target.profile});
  const Allocation allocation = allocate(rulebook, sought, request.as_of, request.ledger.credits);

  JsonText json;
  json.open_object().key("assignments").open_object();
  for (std::size_t place = 0; place < request.ledger.ids.size(); ++place) {
    const int target = allocation.target[place];
    json.key(request.ledger.ids[place]).raw(target < 0 ? "null" : std::to_string(target));
  }
  json.close_object();
  std::vector<Ledger> parts;
  for (std::size_t i = 0; i < request.targets.size(); ++i) {
    parts.push_back(part_of(request.ledger, allocation, static_cast<int>(i)));
  }
  std::vector<const Ledger*> ledgers;
  ledgers.reserve(parts.size());
  for (const Ledger& part : parts) ledgers.push_back(&part);
  write_results(json, rulebook, request, ledgers);
  json.key("exact").truth(allocation.exact).close_object();
  return json.take();
}

}  // namespace kensan
