#include "app/oversize.h"

#include "kensan/engine.h"

namespace kensan::app {

const std::string& too_large_answer() {
  static const std::string kAnswer = evaluate(Rulebook(), std::string(kMostRequestBytes + 1, ' '));
  return kAnswer;
}

}  // namespace kensan::app
