#include "app/ledger.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "app/digest.h"
#include "app/operation.h"

namespace kensan::app {

namespace {

std::string list_of(const std::vector<std::string>& bodies) {
  std::string list = "[";
  for (const std::string& body : bodies) {
    if (list.size() > 1) list += ',';
    list += body;
  }
  return list += ']';
}

/// A pack that knows all that a profile can say, to check credits and profiles by: what is
/// well-formed does not depend on the scheme, but for the extension, which some editions lack.
const RulePack* widest_pack(const Installation& here) {
  const RulePack* widest = nullptr;
  const auto today = parse_date(here.clock.today());
  for (const RulePack& pack : here.rulebook.packs()) {
    if (!today || &pack != here.rulebook.in_force(pack.scheme, *today) || !pack.first_time ||
        !pack.renewal)
      continue;
    if (widest == nullptr || (pack.renewal->extension && !widest->renewal->extension))
      widest = &pack;
  }
  return widest;
}

/// The errors under `place` in the engine's answer about this ledger, as seen from there.
std::vector<Problem> problems_under(const Installation& here, const Ledger& ledger,
                                    std::string_view place) {
  const RulePack* pack = widest_pack(here);
  if (pack == nullptr) return {{"unsupported", "", "no edition is in force"}};
  const std::string answer = evaluate(
      here.rulebook, assess_request(ledger, here.clock.today(), provider_text(pack->scheme),
                                    date_text(pack->effective)));
  if (!is_errors(answer)) return {};

  std::vector<Problem> problems = problems_in(answer);
  for (Problem& problem : problems) {
    if (problem.at.starts_with(place)) problem.at.erase(0, place.size());
  }
  return problems;
}

}  // namespace

Ledger read_ledger(store::View& view, const std::string& user) {
  Ledger ledger;
  if (const auto profile = view.entity(user, "profile", "profile")) ledger.profile = profile->body;
  for (store::Entity& credit : view.credits(user))
    ledger.credits.push_back(std::move(*credit.body));
  return ledger;
}

std::string assess_request(const Ledger& ledger, const std::string& as_of,
                           const std::string& scheme, const std::string& edition) {
  return R"({"op":"assess","as_of":")" + as_of + R"(","scheme":")" + scheme + R"(","edition":")" +
         edition + R"(","profile":)" + *ledger.profile + R"(,"credits":)" +
         list_of(ledger.credits) + "}";
}

std::string ledger_digest(const Ledger& ledger) {
  return sha256(canonical_json(R"({"credits":)" + list_of(ledger.credits) + R"(,"profile":)" +
                               *ledger.profile + "}"));
}

std::vector<Problem> credit_problems(const Installation& here, const Json& body,
                                     const std::string& id) {
  auto problems = problems_under(here, {R"({"kind":"new"})", {body.dump()}}, "/credits/0");
  if (problems.empty() && body.at("id") != id)
    problems.push_back({"format", "/id", "is not the operation's entity"});
  return problems;
}

std::vector<Problem> profile_problems(const Installation& here, const Json& body) {
  return problems_under(here, {body.dump(), {}}, "/profile");
}

std::vector<Problem> person_problems(const Json& body) {
  std::vector<Problem> problems;
  Fields fields(body, "", problems);
  fields.optional_text("name", 1, 200);
  fields.optional_text("licence_number", 1, 200);
  fields.finish();
  return problems;
}

std::vector<Problem> attachment_problems(const Json& body) {
  constexpr std::array<std::string_view, 4> kTypes = {"image/jpeg", "image/png", "image/webp",
                                                      "application/pdf"};
  std::vector<Problem> problems;
  Fields fields(body, "", problems);
  const std::string hash = fields.text("sha256", 64, 64);
  const std::string type = fields.text("type", 1, 200);
  fields.integer("bytes", 1, kMostAttachmentBytes);
  fields.finish();
  if (!problems.empty()) return problems;
  if (!is_sha256(hash)) fields.problem("format", "sha256", "not a SHA-256");
  if (std::find(kTypes.begin(), kTypes.end(), type) == kTypes.end())
    fields.problem("unknown_value", "type", "should be JPEG, PNG, WebP or PDF");
  return problems;
}

}  // namespace kensan::app
