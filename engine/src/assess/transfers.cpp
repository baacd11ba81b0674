// Units kept in another scheme's system count, but must be paid out before one applies (FAQ Q26,
// Q34, Q56, Q60).
#include <algorithm>

#include "assess/parts.h"

namespace kensan {

std::vector<Transfer> transfers_of(const Question& question, std::span<const Place> order,
                                   std::span<const Units> counted) {
  std::vector<Transfer> transfers;
  for (const Place place : order) {
    const Credit& credit = question.credits[place];
    const bool elsewhere = credit.held_in && !(credit.held_in == question.pack.scheme);
    if (!elsewhere || credit.transferred_to == question.pack.scheme) continue;
    if (counted[place] == kNoUnits) continue;
    auto found = std::find_if(transfers.begin(), transfers.end(), [&credit](const Transfer& t) {
      return t.from == credit.held_in;
    });
    if (found == transfers.end()) {
      found = transfers.insert(found, Transfer{credit.held_in, kNoUnits, {}});
    }
    found->units += counted[place];
    found->credits.push_back(place);
  }
  std::sort(transfers.begin(), transfers.end(), [&question](const Transfer& a, const Transfer& b) {
    return question.rulebook.system_of(a.from) < question.rulebook.system_of(b.from);
  });
  return transfers;
}

}  // namespace kensan
