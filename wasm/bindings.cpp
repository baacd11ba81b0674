// The engine for browsers: text in, text out. No rule and no decision stands here.
#include <emscripten/bind.h>

#include <string>

#include "kensan/engine.h"

namespace {

/// One rulebook for the module's life: the packs are decoded once.
kensan::Rulebook& rulebook() {
  static kensan::Rulebook packs = kensan::embedded_rulebook();
  return packs;
}

std::string evaluate(const std::string& request) { return kensan::evaluate(rulebook(), request); }

std::string add_pack(const std::string& json) { return kensan::add_pack(rulebook(), json); }

std::string canonical_json(const std::string& json) { return kensan::canonical_json(json); }

std::string rules() {
  std::string list;
  for (const kensan::RulePack& pack : rulebook().packs()) {
    list += list.empty() ? '[' : ',';
    list += pack.text;
  }
  return list + ']';
}

std::string version() { return std::string(kensan::engine_version()); }

}  // namespace

EMSCRIPTEN_BINDINGS(kensan) {
  emscripten::function("evaluate", &evaluate);
  emscripten::function("addPack", &add_pack);
  emscripten::function("canonicalJson", &canonical_json);
  emscripten::function("rules", &rules);
  emscripten::function("version", &version);
}
