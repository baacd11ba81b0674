// Units kept in another scheme's system count, but must be paid out before one applies (FAQ Q26,
// Q34, Q56, Q60).
#include <algorithm>

#include "assess/parts.h"

namespace kensan {
namespace {

/// The transfer of a scheme's system; they stand by the system's name.
Transfer& transfer_from(Provider scheme, std::vector<Transfer>& transfers,
                        const Rulebook& rulebook) {
  const std::string_view system = rulebook.system_of(scheme);
  const auto found = std::find_if(transfers.begin(), transfers.end(), [&](const Transfer& t) {
    return rulebook.system_of(t.from) >= system;
  });
  if (found != transfers.end() && found->from == scheme) return *found;
  return *transfers.insert(found, Transfer{scheme, kNoUnits, {}});
}

}  // namespace

std::vector<Transfer> transfers_of(const Question& question, std::span<const Place> order,
                                   std::span<const Units> counted) {
  std::vector<Transfer> transfers;
  for (const Place place : order) {
    const Credit& credit = question.credits[place];
    const bool elsewhere = credit.held_in && !(credit.held_in == question.pack.scheme);
    if (!elsewhere || credit.transferred_to == question.pack.scheme) continue;
    if (counted[place] == kNoUnits) continue;
    Transfer& transfer = transfer_from(credit.held_in, transfers, question.rulebook);
    transfer.units += counted[place];
    transfer.credits.push_back(place);
  }
  return transfers;
}

}  // namespace kensan
