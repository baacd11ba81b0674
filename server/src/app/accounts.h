// Accounts and sessions. A session's token is known to the browser alone; here is only its SHA-256.
#pragma once

#include <optional>
#include <string>

#include "app/attempts.h"
#include "app/installation.h"
#include "app/refusal.h"
#include "kensan/result.h"

namespace kensan::app {

constexpr int kSessionDays = 30;  // after the last use

struct Credentials {
  std::string email;
  std::string password;
};

struct SignedIn {
  store::Account account;
  std::string token;      // for the cookie
  bool extended = false;  // the cookie should be sent again, so that the browser keeps it as long
};

class Accounts {
 public:
  explicit Accounts(const Installation& installation);

  /// `address` is the caller's, for the limits.
  Result<SignedIn, Refusal> sign_up(const Credentials& credentials, const std::string& address);
  Result<SignedIn, Refusal> sign_in(const Credentials& credentials, const std::string& address);
  void sign_out(const std::string& token);
  /// Whose session a token is; none where it is unknown or has run out.
  std::optional<SignedIn> session(const std::string& token);

 private:
  SignedIn open_session(store::Transaction& transaction, const store::Account& account);

  const Installation& here_;
  Attempts by_account_{10};
  Attempts by_address_{100};
};

/// Lower case; none where it has not the form of an e-mail address.
std::optional<std::string> normal_email(const std::string& email);

}  // namespace kensan::app
