// The engine's contract over HTTP: the answer's bytes are evaluate()'s.
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

Reply eval(const Visit& visit) {
  return replies::engine_answer(evaluate(visit.here.rulebook, visit.request.body));
}

}  // namespace kensan::http
