// The HTTP library's side: sockets, limits, time-outs. Everything else is the site's.
#pragma once

#include <memory>
#include <string>

#include "http/site.h"

namespace kensan::http {

/// Whether the HTTP library this was built with may face anything but loopback.
bool library_is_maintained();

class Listener {
 public:
  explicit Listener(Site& site);
  ~Listener();
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Port 0: any free one. Returns the port, or 0 where it cannot be had.
  int bind(const std::string& host, int port);
  /// Answers until stop() is called from another thread, and what is under way then is finished.
  bool run();
  void stop();

 private:
  struct Library;
  std::unique_ptr<Library> library_;
};

}  // namespace kensan::http
