// Pages and scripts inside what says that it is something else.
#pragma once

#include <string_view>

namespace kensan::app {

/// Whether anywhere in these bytes is what makes a browser read them as a page, or a server as a
/// script. Of 10 MiB at random one in 100,000 has it.
bool has_markup(std::string_view bytes);

/// Whether an archive or a document begins in what follows an image's end.
bool hides_file(std::string_view after_end);

}  // namespace kensan::app
