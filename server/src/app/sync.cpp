#include "app/sync.h"

#include <utility>

#include "app/kinds.h"

namespace kensan::app {

namespace {

constexpr std::size_t kChangesAtOnce = 500;

using Problems = std::vector<Problem>;
using store::Entity;
using store::Transaction;

/// The ledger changed between judging an application and taking it.
struct Moved {};

/// One request's operations on their way into the database.
class Push {
 public:
  Push(Transaction& transaction, const Installation& here, const Sender& sender,
       const std::string& device)
      : transaction_(transaction),
        here_(here),
        sender_(sender),
        user_(sender.user),
        device_(device),
        now_(here.clock.now()),
        last_seq_(transaction.last_seq(sender.user, device)) {}

  /// The acknowledgement; none at a gap in the device's sequence. Throws Moved.
  std::optional<std::string> take(const PhoneOperation& operation, const Problems& problems,
                                  const Judgement* judgement) {
    if (const auto seen = transaction_.operation(user_, operation.id)) {
      const bool same = has_content(*seen, operation);
      advance_to(operation.seq);
      return same ? seen->answer : refuse(operation, "op_reused");
    }
    if (operation.seq <= last_seq_) return refuse(operation, "seq_reused");
    if (operation.seq > last_seq_ + 1) return std::nullopt;
    if (judgement != nullptr && !still_holds(transaction_, here_, user_, *judgement)) throw Moved{};
    const Outcome outcome =
        outcome_of(transaction_, here_, sender_, operation, problems, judgement);
    const std::string answer = acknowledgement(operation, outcome);
    keep(operation, outcome, answer);
    advance_to(operation.seq);
    return answer;
  }

 private:
  std::string refuse(const PhoneOperation& operation, const char* reason) {
    transaction_.add_refused(
        user_, {operation.id, operation.content_hash, device_, operation.seq, reason, now_});
    return acknowledgement(operation, rejected(reason, 0));
  }

  void keep(const PhoneOperation& operation, const Outcome& outcome, const std::string& answer) {
    std::optional<std::string> body;
    if (!operation.body.is_null()) {
      body = operation.body.dump();
      // None where a list is longer than the engine reads.
      if (std::string canonical = canonical_json(*body); !canonical.empty())
        body = std::move(canonical);
    }
    transaction_.add_operation(
        user_, {operation.id, device_, operation.seq, operation.kind, operation.entity,
                operation.base_version, body, operation.content_hash, state_word(outcome.state),
                answer, operation.client_time, now_});
    // A kind that is not known may be anything that the caller wrote.
    const bool known = operation.malformed.empty() && outcome.reason != "unknown_kind";
    transaction_.add_audit(
        user_, {now_, (known ? operation.kind : "operation") + " " + state_word(outcome.state),
                operation.id, operation.content_hash});
  }

  void advance_to(std::int64_t seq) {
    if (seq != last_seq_ + 1) return;
    last_seq_ = seq;
    transaction_.set_last_seq(user_, device_, seq);
  }

  Transaction& transaction_;
  const Installation& here_;
  const Sender& sender_;
  const std::string& user_;
  const std::string& device_;
  const std::string now_;
  std::int64_t last_seq_;
};

/// A request's operations with what the engine says of each. That is found here, on the caller's
/// thread: the one writing thread only compares and stores.
class Batch {
 public:
  Batch(const Installation& here, const Sender& sender, const SyncRequest& request)
      : here_(here), sender_(sender), request_(request) {
    for (const PhoneOperation& operation : request.operations)
      problems_.push_back(problems_of(here, operation));
  }

  std::vector<std::string> push() {
    std::size_t next = 0;
    while (next < problems_.size()) {
      std::size_t end = next;
      while (end < problems_.size() && !submits(end)) ++end;
      const std::size_t stop = end == next ? next + 1 : end;
      if (!(end == next ? take_submission(next) : take(next, stop, nullptr))) break;
      next = stop;
    }
    return std::move(acknowledgements_);
  }

 private:
  bool submits(std::size_t at) const {
    return is_submission(request_.operations[at], problems_[at]);
  }

  /// False at a gap.
  bool take(std::size_t begin, std::size_t end, const Judgement* judgement) {
    std::vector<std::string> answers;
    here_.store.write([&](Transaction& transaction) {
      answers.clear();
      take_in(transaction, begin, end, judgement, answers);
    });
    for (std::string& answer : answers) acknowledgements_.push_back(std::move(answer));
    return answers.size() == end - begin;
  }

  void take_in(Transaction& transaction, std::size_t begin, std::size_t end,
               const Judgement* judgement, std::vector<std::string>& answers) {
    // Erased between the look at the session and now: the next request is told that it is nobody's.
    if (!transaction.account(sender_.user)) throw store::Fault("the account is gone", true);
    Push run(transaction, here_, sender_, request_.device);
    for (std::size_t i = begin; i < end; ++i) {
      auto answer = run.take(request_.operations[i], problems_[i], judgement);
      if (!answer) return;
      answers.push_back(std::move(*answer));
    }
  }

  bool take_submission(std::size_t at) {
    const PhoneOperation& operation = request_.operations[at];
    for (int attempt = 1; attempt <= kAttempts; ++attempt) {
      Judgement judgement;
      here_.store.read(
          [&](store::View& view) { judgement = judge(view, here_, sender_, operation); });
      try {
        return take(at, at + 1, &judgement);
      } catch (const Moved&) {
        // Another device of the owner wrote meanwhile.
      }
    }
    return take_judged_inside(at);
  }

  /// The owner's devices write without a pause: everybody waits for this one judgement.
  bool take_judged_inside(std::size_t at) {
    std::vector<std::string> answers;
    here_.store.write([&](Transaction& transaction) {
      answers.clear();
      const Judgement judgement = judge(transaction, here_, sender_, request_.operations[at]);
      try {
        take_in(transaction, at, at + 1, &judgement, answers);
      } catch (const Moved&) {
        throw store::Fault("the day ended while an application was judged", true);
      }
    });
    for (std::string& answer : answers) acknowledgements_.push_back(std::move(answer));
    return !answers.empty();
  }

  static constexpr int kAttempts = 3;

  const Installation& here_;
  const Sender& sender_;
  const SyncRequest& request_;
  std::vector<Problems> problems_;
  std::vector<std::string> acknowledgements_;
};

/// Schema 1 knows no attachments.
void leave_out_attachments(SyncAnswer& answer) {
  std::erase_if(answer.changes, [](const Entity& change) { return change.kind == kAttachment; });
}

}  // namespace

SyncAnswer sync(const Installation& here, const std::string& user, const SyncRequest& request) {
  SyncAnswer answer;
  answer.now = here.clock.now();
  answer.rules = rule_differences(here.rules, request.rules);
  here.store.read([&](store::View& view) {
    answer.epoch = view.epoch();
    answer.expected_seq = view.last_seq(user, request.device) + 1;
  });
  if (request.epoch && *request.epoch != answer.epoch) return answer;

  if (!request.operations.empty())
    answer.acknowledgements = Batch(here, {user, answer.rules}, request).push();
  here.store.read([&](store::View& view) {
    answer.changes = view.changes(user, request.cursor, kChangesAtOnce);
    answer.cursor = answer.changes.empty() ? request.cursor : answer.changes.back().version;
    answer.more = answer.changes.size() == kChangesAtOnce;
    answer.expected_seq = view.last_seq(user, request.device) + 1;
    answer.applications_version = view.applications_version(user);
    answer.held = view.held(user);
  });
  if (request.schema < kNewestSchema) leave_out_attachments(answer);
  return answer;
}

}  // namespace kensan::app
