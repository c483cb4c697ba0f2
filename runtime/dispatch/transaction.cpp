// SPDX-License-Identifier: Apache-2.0
//
// The dispatcher's part in transactions: who may do what while one is open.

#include "runtime/dispatch/transaction.h"

#include <fmt/format.h>

#include "runtime/dispatch/dispatcher.h"

namespace qapi {

std::string transaction_owner(const Origin& origin) {
  return origin.kind == Origin::Kind::Qmp ? origin.where : "the command line";
}

Result<> Dispatcher::begin_transaction() {
  if (transaction_ != nullptr) return fail("there is a transaction already; they do not nest");
  const Command& command = *find(current_command());
  // Before the transaction's own steps: it is for whoever ran this among others that failed then.
  context_.undo().add([this] {
    transaction_->scope.commit();
    end_transaction();
  });
  transaction_ =
      std::make_unique<Transaction>(context_.undo(), transaction_owner(*sender_), command.in);
  has_transaction_ = true;
  return {};
}

Result<> Dispatcher::commit_transaction() {
  TRY(expect_own_transaction());
  transaction_->scope.commit();
  end_transaction();
  return {};
}

Result<> Dispatcher::abort_transaction() {
  TRY(expect_own_transaction());
  end_transaction();
  return {};
}

void Dispatcher::end_transaction() {
  transaction_.reset();
  has_transaction_ = false;
}

void Dispatcher::abort_transaction_of(std::string_view owner) {
  if (transaction_ == nullptr || transaction_->owner != owner) return;
  const auto lock = context_.exclusive();
  end_transaction();
}

Result<> Dispatcher::expect_own_transaction() const {
  if (transaction_ == nullptr) return fail("there is no transaction; config-begin begins one");
  if (transaction_->owner == transaction_owner(*sender_)) return {};
  return fail(fmt::format("the transaction is that of {}", transaction_->owner));
}

/// While somebody else is in the middle of something, one can only look.
Result<> Dispatcher::check_transaction(const Command& command) const {
  if (transaction_ == nullptr || command.read_only || command.transient) return {};
  if (transaction_->owner == transaction_owner(*sender_)) return {};
  return fail(fmt::format(
      "{}: in use by {}, until config-commit or config-abort",
      command.name,
      transaction_->owner
  ));
}

/// For what runs out of band, on any thread.
Result<> Dispatcher::check_no_transaction(const Command& command) const {
  if (!has_transaction_ || command.read_only || command.transient) return {};
  return fail(fmt::format(
      "{}: cannot be taken back when it runs out of band, so not in a transaction; execute it, or "
      "wait for config-commit or config-abort",
      command.name
  ));
}

Result<> Dispatcher::check_leads(const Command& command) const {
  if (transaction_ == nullptr) return {};
  const Move* const move = find_move(command.moves, context_.phases().now());
  if (move == nullptr || move->to.minus(transaction_->phases).empty()) return {};
  return fail(fmt::format(
      "{}: leads to {}, and a transaction stays in {}; config-commit ends it",
      command.name,
      context_.phases().table().describe(move->to),
      context_.phases().table().describe(transaction_->phases)
  ));
}

}  // namespace qapi
