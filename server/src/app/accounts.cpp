#include "app/accounts.h"

#include <algorithm>

#include "app/digest.h"
#include "app/passwords.h"

namespace kensan::app {

namespace {

Refusal busy() {
  Refusal refused = refusal("unavailable", "", "too many are logging in at this moment");
  refused.retry_after = std::chrono::seconds{5};
  return refused;
}

std::optional<Refusal> too_many(const Attempt& attempt) {
  if (attempt.wait().count() == 0) return std::nullopt;
  Refusal refused = refusal("too_many_requests", "", "too many attempts");
  refused.retry_after = attempt.wait();
  return refused;
}

bool is_address_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view(".!#$%&'*+/=?^_`{|}~-").find(c) != std::string_view::npos;
}

bool is_domain_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// No dot at either end, no two together.
bool dots_are_sane(std::string_view text) {
  return !text.empty() && text.front() != '.' && text.back() != '.' &&
         text.find("..") == std::string_view::npos;
}

}  // namespace

std::optional<std::string> normal_email(const std::string& email) {
  std::string text = email;
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  const std::size_t at = text.find('@');
  if (text.size() > 254 || at == std::string::npos || at > 64) return std::nullopt;
  const std::string_view local = std::string_view(text).substr(0, at);
  const std::string_view domain = std::string_view(text).substr(at + 1);
  const bool sane =
      dots_are_sane(local) && std::all_of(local.begin(), local.end(), is_address_letter) &&
      dots_are_sane(domain) && std::all_of(domain.begin(), domain.end(), is_domain_letter) &&
      domain.find('.') != std::string_view::npos;
  if (!sane) return std::nullopt;
  return text;
}

Accounts::Accounts(const Installation& installation) : here_(installation) {
  password_matches("", std::nullopt);  // so that the first stranger waits no longer than the second
}

Result<SignedIn, Refusal> Accounts::sign_up(const Credentials& credentials,
                                            const std::string& address) {
  const auto email = normal_email(credentials.email);
  Refusal wrong;
  if (!email) wrong.problems.push_back({"format", "/email", "not an e-mail address"});
  if (const auto problem = password_problem(credentials.password, email.value_or("")))
    wrong.problems.push_back(*problem);
  if (!wrong.problems.empty()) return Unexpected{wrong};
  Attempt of_address(by_address_, address, here_.clock.elapsed());
  if (const auto refused = too_many(of_address)) return Unexpected{*refused};

  const auto hash = password_hash(credentials.password);
  if (!hash) return Unexpected{busy()};
  const store::Account account{random_id(), *email, *hash, false};
  std::optional<SignedIn> signed_in;
  here_.store.write([&](store::Transaction& transaction) {
    const std::string now = here_.clock.now();
    signed_in.reset();
    if (!transaction.add_account(account, now)) return;
    transaction.add_audit(account.user_id, {now, "register", account.user_id, ""});
    signed_in = open_session(transaction, account);
  });
  of_address.stands();  // also of those that succeed: so many accounts an address
  if (!signed_in)
    return Unexpected{refusal("taken", "/email", "there is an account with this e-mail")};
  return *signed_in;
}

Result<SignedIn, Refusal> Accounts::sign_in(const Credentials& credentials,
                                            const std::string& address) {
  const std::string email = normal_email(credentials.email).value_or("");
  Attempt of_address(by_address_, address, here_.clock.elapsed());
  if (const auto refused = too_many(of_address)) return Unexpected{*refused};
  Attempt of_account(by_account_, email, here_.clock.elapsed());
  if (const auto refused = too_many(of_account)) {
    of_address.stands();
    return Unexpected{*refused};
  }

  std::optional<store::Account> account;
  here_.store.read([&](store::View& view) { account = view.account_by_email(email); });
  if (account && account->demo && !here_.demo) account.reset();
  const auto right = password_matches(
      credentials.password, account ? std::optional(account->password_hash) : std::nullopt);
  if (!right) return Unexpected{busy()};
  if (!*right) {
    of_address.stands();
    of_account.stands();
    return Unexpected{
        refusal("wrong_credentials", "", "this e-mail and password do not go together")};
  }
  // The address's failures are not forgotten: an attacker's own account must not clear them.
  by_account_.forget(email);
  of_account.stands();  // with the others it is forgotten
  std::optional<SignedIn> signed_in;
  here_.store.write([&](store::Transaction& transaction) {
    const std::string now = here_.clock.now();
    transaction.delete_sessions_expired(now);
    transaction.add_audit(account->user_id, {now, "login", account->user_id, ""});
    signed_in = open_session(transaction, *account);
  });
  return *signed_in;
}

SignedIn Accounts::open_session(store::Transaction& transaction, const store::Account& account) {
  const std::string token = random_token();
  transaction.add_session(
      {sha256(token), account.user_id, days_later(here_.clock.now(), kSessionDays)});
  return {account, token, false};
}

void Accounts::sign_out(const std::string& token) {
  here_.store.write(
      [&](store::Transaction& transaction) { transaction.delete_session(sha256(token)); });
}

std::optional<SignedIn> Accounts::session(const std::string& token) {
  const std::string token_hash = sha256(token);
  const std::string now = here_.clock.now();
  std::optional<store::Session> session;
  std::optional<store::Account> account;
  here_.store.read([&](store::View& view) {
    session = view.session(token_hash);
    if (session) account = view.account(session->user_id);
  });
  if (!account || session->expires_at <= now || (account->demo && !here_.demo)) return std::nullopt;

  // Once a day is enough: a write at every request would cost an fsync each.
  const bool due =
      !here_.store.read_only() && session->expires_at < days_later(now, kSessionDays - 1);
  if (due) {
    here_.store.write([&](store::Transaction& transaction) {
      transaction.extend_session(token_hash, days_later(now, kSessionDays));
    });
  }
  return SignedIn{*account, token, due};
}

}  // namespace kensan::app
