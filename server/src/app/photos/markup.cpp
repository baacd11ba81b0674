#include "app/photos/markup.h"

#include <algorithm>
#include <array>

namespace kensan::app {

namespace {

constexpr std::array<std::string_view, 6> kMarkup = {"<script", "<html",  "<!doctype",
                                                     "<iframe", "<?php ", "<svg xmlns"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

bool has_markup(std::string_view bytes) {
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos;
       at = bytes.find('<', at + 1)) {
    for (const std::string_view mark : kMarkup) {
      const std::string_view here = bytes.substr(at, mark.size());
      if (std::equal(here.begin(), here.end(), mark.begin(), mark.end(),
                     [](char c, char in_mark) { return lower(c) == in_mark; })) {
        return true;
      }
    }
  }
  return false;
}

bool hides_file(std::string_view after_end) {
  using namespace std::string_view_literals;
  constexpr std::array kBeginnings = {"PK\x03\x04"sv, "%PDF-"sv};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) {
    return after_end.find(beginning) != std::string_view::npos;
  });
}

}  // namespace kensan::app
