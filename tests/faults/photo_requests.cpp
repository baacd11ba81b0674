#include "photo_requests.h"

#include "app/digest.h"

namespace kensan::faults {

std::string small_photo(std::string_view seed) {
  using namespace std::string_literals;
  const std::string start = "\xff\xd8\xff\xc0\0\x0b\x08\0\x10\0\x10\x01\x01\x11\0"s;
  const std::string scan = "\xff\xda\0\x08\x01\x01\0\0\x3f\0"s;
  const std::string pixels = app::sha256(seed);
  return start + scan + pixels + pixels + pixels + "\xff\xd9"s;
}

http::Request put_chunk(const ServerInProcess& server, const std::string& name,
                        std::string_view bytes, std::size_t offset, std::size_t length) {
  http::Request request = server.post("/api/v1/uploads/" + name, nullptr);
  request.method = "PUT";
  request.body = bytes;
  request.length = bytes.size();
  request.headers["content-type"] = "application/octet-stream";
  request.headers["upload-offset"] = std::to_string(offset);
  request.headers["upload-length"] = std::to_string(length);
  return request;
}

http::Request put_whole(const ServerInProcess& server, const std::string& name,
                        std::string_view bytes) {
  return put_chunk(server, name, bytes, 0, bytes.size());
}

http::Request get_upload(const ServerInProcess& server, const std::string& name) {
  return server.get("/api/v1/uploads/" + name);
}

http::Request get_blob(const ServerInProcess& server, const std::string& name) {
  return server.get("/api/v1/blobs/" + name);
}

}  // namespace kensan::faults
