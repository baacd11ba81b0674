// What one running server is: its storage, its attachments, its clock, its rules, and whose office
// it is.
#pragma once

#include <string>
#include <vector>

#include "app/clock.h"
#include "app/published_rules.h"
#include "kensan/engine.h"
#include "store/blobs.h"
#include "store/store.h"

namespace kensan::app {

struct Installation {
  store::Store& store;
  store::Blobs& blobs;
  const Clock& clock;
  const Rulebook& rulebook;
  PublishedRules rules;             // the rulebook's packs, as phones fetch them
  std::vector<std::string> office;  // schemes whose applications are received here
  bool demo = false;                // demo accounts may log in
};

}  // namespace kensan::app
