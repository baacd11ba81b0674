// The bytes of attachments: uploads, which come in chunks, and blobs, which are complete.
#include "app/photos/uploads.h"

#include <algorithm>
#include <charconv>

#include "app/fields.h"
#include "app/photos/examination.h"
#include "http/replies.h"
#include "http/routes.h"

namespace kensan::http {

namespace {

Reply unnamed() {
  return replies::error("not_found", "an attachment is named by its SHA-256 in lower case");
}

Reply upload_reply(const app::Upload& upload) {
  const app::OrderedJson body = {{"offset", upload.offset}, {"complete", upload.complete}};
  return replies::json(200, body.dump());
}

std::optional<std::uint64_t> figure(std::string_view text) {
  constexpr std::size_t kMostDigits = 12;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || text.size() > kMostDigits) return std::nullopt;
  return value;
}

}  // namespace

Reply upload(const Visit& visit) {
  if (!store::is_blob_name(visit.named)) return unnamed();
  return upload_reply(app::uploaded(visit.here, visit.signed_in->account.user_id, visit.named));
}

Reply put_upload(const Visit& visit) {
  if (!store::is_blob_name(visit.named)) return unnamed();
  const auto offset = figure(visit.request.header("upload-offset"));
  const auto length = figure(visit.request.header("upload-length"));
  if (!offset || !length)
    return replies::refused(app::refusal("format", offset ? "Upload-Length" : "Upload-Offset",
                                         "should be a number of bytes"));
  const auto taken = app::take_chunk(visit.here, visit.signed_in->account.user_id, visit.named,
                                     {*offset, *length, visit.request.body});
  return taken ? upload_reply(*taken) : replies::refused(taken.error());
}

/// Never shown as a page of this site, whatever is in it.
Reply blob(const Visit& visit) {
  if (!store::is_blob_name(visit.named)) return unnamed();
  auto bytes = app::attachment_bytes(visit.here, visit.signed_in->account.user_id, visit.named);
  if (!bytes) return replies::error("not_found", "there is no such attachment");
  Reply reply;
  reply.content_type = app::sniffed_type(*bytes);
  reply.body = std::move(*bytes);
  reply.headers = {{"Cache-Control", "no-store"},
                   {"Content-Disposition", "attachment"},
                   {"Content-Security-Policy", "default-src 'none'; sandbox"}};
  return reply;
}

}  // namespace kensan::http
