// What a phone asks about the photos of the account that is signed in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "server_in_process.h"

namespace kensan::faults {

/// A JPEG by its structure, some 250 bytes, another one for each `seed`.
std::string small_photo(std::string_view seed);

/// `bytes` as the part of a whole of `length` bytes that begins at `offset`.
http::Request put_chunk(const ServerInProcess& server, const std::string& name,
                        std::string_view bytes, std::size_t offset, std::size_t length);
http::Request put_whole(const ServerInProcess& server, const std::string& name,
                        std::string_view bytes);
http::Request get_upload(const ServerInProcess& server, const std::string& name);
http::Request get_blob(const ServerInProcess& server, const std::string& name);

}  // namespace kensan::faults
