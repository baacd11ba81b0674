// The end of a connection on which the caller may still be sending.
#pragma once

#include <functional>

namespace kensan::http {

/// Closing a socket on which unread bytes lie makes the kernel reset the connection, and the caller
/// may lose the reply. So: says that nothing more will come, then reads and drops what the caller
/// still sends, until it has heard or falls silent, within bounds and as long as `goes_on`. Does
/// not close.
void linger(int socket, const std::function<bool()>& goes_on);

}  // namespace kensan::http
