// The hospital pharmacists' curriculum: five domains with 16 items (JSHP 1(7)).
#pragma once

#include "kensan/credit.h"

namespace kensan {

/// "I-1" to "V-3". Precondition: an item.
[[nodiscard]] std::string curriculum_text(CurriculumItem item);
/// Domain 1..5 (I..V) of an item; 0 for none.
[[nodiscard]] int domain_of(CurriculumItem item);
/// "I" to "V". Precondition: 1 <= domain <= 5.
[[nodiscard]] std::string_view domain_text(int domain);

}  // namespace kensan
