#include "http/listener.h"

// Read when the library's header is compiled, which is only here. Without poll(), a descriptor
// above 1023 is an error; a queue of 5 connections, the default, is too short.
#define CPPHTTPLIB_USE_POLL
#define CPPHTTPLIB_LISTEN_BACKLOG 128
#include <httplib.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string_view>
#include <thread>

#include "http/incoming.h"
#include "http/linger.h"
#include "http/replies.h"
#include "http/security_headers.h"

namespace kensan::http {

namespace {

using std::chrono::steady_clock;

constexpr std::size_t kThreads =
    64;  // each open connection holds one; the proxy in front keeps fewer

/// Whether the connection that this thread serves ends with the present reply. The library has no
/// way to say so from a handler.
thread_local bool closing = false;

/// The library's server, whose connections end so that the caller still hears the last reply.
class LingeringServer : public httplib::Server {
  bool process_and_close_socket(socket_t socket) override {
    Peers peers;
    httplib::detail::get_remote_ip_and_port(socket, peers.remote, peers.remote_port);
    closing = false;
    const bool well = httplib::detail::process_server_socket(
        svr_sock_, socket, keep_alive_max_count_, keep_alive_timeout_sec_, read_timeout_sec_,
        read_timeout_usec_, write_timeout_sec_, write_timeout_usec_,
        [&](httplib::Stream& stream, bool last, bool& closed) {
          const bool written = answer_one(stream, peers, last, closed);
          closed = closed || closing;
          return written;
        });
    if (closing || !well) linger(socket, [this] { return svr_sock_ != INVALID_SOCKET; });
    httplib::detail::shutdown_socket(socket);
    httplib::detail::close_socket(socket);
    return well;
  }

  struct Peers {
    std::string remote;
    int remote_port = 0;
  };

#if KENSAN_HTTPLIB_TRUSTED
  bool answer_one(httplib::Stream& stream, const Peers& peers, bool last, bool& closed) {
    return process_request(stream, peers.remote, peers.remote_port, {}, 0, last, closed, nullptr);
  }
#else
  bool answer_one(httplib::Stream& stream, const Peers&, bool last, bool& closed) {
    return process_request(stream, last, closed, nullptr);
  }
#endif
};

/// Two lengths, a length beside chunks, or one that is no number are how requests are smuggled past
/// a proxy.
bool is_ambiguous(const httplib::Request& request) {
  const std::size_t lengths = request.get_header_value_count("Content-Length");
  if (lengths == 0) return request.get_header_value_count("Transfer-Encoding") > 1;
  const std::string digits = request.get_header_value("Content-Length");
  const bool is_number = !digits.empty() && digits.size() < 19 &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  return lengths > 1 || !is_number || request.has_header("Transfer-Encoding");
}

/// None: in chunks, or ambiguous.
std::optional<std::uint64_t> length_of(const httplib::Request& request) {
  if (is_ambiguous(request) || request.has_header("Transfer-Encoding")) return std::nullopt;
  return request.has_header("Content-Length")
             ? std::stoull(request.get_header_value("Content-Length"))
             : 0;
}

/// The reply to a request whose body must not be read.
std::optional<Reply> unreadable_body(const httplib::Request& request) {
  if (is_ambiguous(request)) return replies::error("bad_request", "the body's length is unclear");
  if (request.is_multipart_form_data()) {
    return replies::error("unsupported_media_type", "nothing here takes a form");
  }
  return std::nullopt;
}

Request request_of(const httplib::Request& from) {
  Request request{from.method, from.path, {}, from.remote_addr, length_of(from), {}};
  for (const auto& [name, value] : from.headers) {
    std::string key = name;
    std::transform(key.begin(), key.end(), key.begin(), [](char c) {
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    request.headers.emplace(std::move(key), value);
  }
  return request;
}

/// What lies unread on a closing connection is never taken for the next request.
void send(Reply reply, bool close, httplib::Response& to) {
  to.status = reply.status;
  for (const auto& [name, value] : reply.headers) to.set_header(name, value);
  for (const auto& [name, value] : kSecurityHeaders) {
    const std::string header(name);
    if (!to.has_header(header.c_str())) to.set_header(header, std::string(value));
  }
  if (!reply.content_type.empty()) to.set_content(std::move(reply.body), reply.content_type);
  if (!close) return;
  to.set_header("Connection", "close");
  closing = true;
}

void log(const std::string& method, const Reply& reply, steady_clock::duration taken) {
  const auto milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(taken).count();
  std::fprintf(stderr, "%s %s %d %lld ms\n", method.c_str(), reply.route.c_str(), reply.status,
               static_cast<long long>(milliseconds));
}

/// What a body is read from; none where it must not be, or where the library would not.
Incoming::Source source_of(const httplib::Request& request, const httplib::ContentReader* reader) {
  if (reader == nullptr || request.method == "DELETE" || unreadable_body(request)) return nullptr;
  return [reader](const Incoming::Receiver& receiver) { return (*reader)(receiver); };
}

void answer(Site& site, const httplib::Request& from, httplib::Response& to,
            const httplib::ContentReader* reader) {
  const auto begun = steady_clock::now();
  Request request = request_of(from);
  // The library would compress a second time what is compressed, and cut ranges out of replies: it
  // must not see these.
  auto& library_request = const_cast<httplib::Request&>(from);
  library_request.headers.erase("Accept-Encoding");
  library_request.ranges.clear();

  Incoming incoming(request.length, source_of(from, reader));
  std::optional<Reply> reply = unreadable_body(from);
  if (!reply) {
    reply =
        site.answer(std::move(request), [&](std::size_t limit) { return incoming.read(limit); });
  }
  incoming.drop();
  log(from.method, *reply, steady_clock::now() - begun);
  send(std::move(*reply), !incoming.complete(), to);
}

/// What the library refuses by itself: an unreadable request line or header.
void answer_unreadable(const httplib::Request& request, httplib::Response& to) {
  if (to.has_header("Content-Type")) return;  // the site's own
  Reply reply = replies::error(replies::code_of(to.status), "the request cannot be read");
  reply.status = to.status;
  log(request.method.empty() ? "-" : "?", reply, steady_clock::duration{0});
  send(std::move(reply), true, to);
}

}  // namespace

bool library_is_maintained() { return KENSAN_HTTPLIB_TRUSTED != 0; }

struct Listener::Library {
  LingeringServer server;
  std::atomic<bool> ended = false;
};

Listener::Listener(Site& site) : library_(std::make_unique<Library>()) {
  httplib::Server& server = library_->server;
  server.new_task_queue = [] { return std::make_unique<httplib::ThreadPool>(kThreads).release(); };
  server.set_tcp_nodelay(true);  // else the kernel waits 40 ms with the last part of a reply
  server.set_keep_alive_max_count(1000);
  server.set_keep_alive_timeout(5);
  server.set_read_timeout(5);
  server.set_write_timeout(10);
  // Not SO_REUSEPORT, the library's choice: a second server on a taken port must fail.
  server.set_socket_options([](int socket) {
    const int on = 1;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  });

  const auto plain = [&site](const httplib::Request& from, httplib::Response& to) {
    answer(site, from, to, nullptr);
  };
  const auto with_body = [&site](const httplib::Request& from, httplib::Response& to,
                                 const httplib::ContentReader& reader) {
    answer(site, from, to, &reader);
  };
  // Any path, a line end in it too: a body that no handler takes the library reads whole, into
  // memory. So what needs none never comes to its routing.
  const char* any = R"([\s\S]*)";
  server.Post(any, with_body).Put(any, with_body).Patch(any, with_body).Delete(any, with_body);
  server.set_pre_routing_handler([plain](const httplib::Request& from, httplib::Response& to) {
    constexpr std::array<std::string_view, 4> kWithBody = {"POST", "PUT", "PATCH", "DELETE"};
    if (std::find(kWithBody.begin(), kWithBody.end(), from.method) != kWithBody.end())
      return httplib::Server::HandlerResponse::Unhandled;
    plain(from, to);
    return httplib::Server::HandlerResponse::Handled;
  });
  server.set_exception_handler(
      [](const httplib::Request&, httplib::Response& to, const std::exception_ptr&) {
        send(replies::error("fault", "the server could not do this"), true, to);
      });
  server.set_error_handler(answer_unreadable);
  server.set_post_routing_handler([](const httplib::Request& from, httplib::Response& to) {
    if (to.status == 204 || to.status == 304) to.headers.erase("Content-Length");
    if (from.method == "HEAD") to.headers.erase("Accept-Ranges");
  });
}

Listener::~Listener() = default;

int Listener::bind(const std::string& host, int port) {
  if (port == 0) return std::max(0, library_->server.bind_to_any_port(host));
  return library_->server.bind_to_port(host, port) ? port : 0;
}

bool Listener::run() {
  const bool well = library_->server.listen_after_bind();
  library_->ended = true;
  return well;
}

void Listener::stop() {
  // The library forgets a stop() that comes before it listens.
  while (!library_->ended && !library_->server.is_running()) {
    std::this_thread::sleep_for(std::chrono::milliseconds{1});
  }
  library_->server.stop();
}

}  // namespace kensan::http
