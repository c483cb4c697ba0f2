// SPDX-License-Identifier: Apache-2.0
//
// A guest that goes elsewhere: setup, until the other side is there; active, while it stands still
// and memory goes over; pre-switchover, if somebody wants to look; device, until the other side has
// it.

#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "vm/machine/migration.h"
#include "vm/machine/outgoing.h"
#include "vm/machine/vm.h"

namespace vm {

using api::MigrationStatus;

Result<> Migration::send(const std::string& uri) {
  if (is_under_way()) return fail("a migration is under way; migrate_cancel ends it");
  auto opened = [this](const Result<Channel::Stream>& stream) { channel_to_opened(stream); };
  begin(Direction::Out, TRY(open_channel_to(vm_, uri, opened)));
  return {};
}

void Migration::channel_to_opened(const Result<Channel::Stream>& stream) {
  std::lock_guard hold(vm_.machine_lock());
  if (!stream) return fail_with(stream.error());
  if (api::can_migration_stop(vm_)) return send_to(*stream);
  const std::string_view phase = to_string(api::vm_phase(vm_));
  fail_with({.desc = fmt::format("a guest cannot be sent in phase {}", phase)});
}

void Migration::send_to(const Channel::Stream& stream) {
  before_ = vm_.hold_guest();
  api::migration_stop(vm_);
  const machine::SavedTime time{
      .running = api::is_running(*before_),
      .suspended = api::is_suspended(*before_),
      .clock_ns = vm_.clock().now_ns(),
  };
  Outgoing::Ends ends{
      .sent = [this] { all_sent(); },
      .ended = [this](const Result<>& result) { sent(result); },
  };
  outgoing_ = std::make_shared<Outgoing>(
      vm_,
      stream,
      machine::SaveStream(vm_.machine(), time),
      std::move(ends)
  );
  outgoing_->limit(max_bandwidth_);
  outgoing_->run();
  set_status(MigrationStatus::Active);
}

void Migration::all_sent() {
  std::lock_guard hold(vm_.machine_lock());
  if (!has(api::MigrationCapability::PauseBeforeSwitchover)) return finish();
  set_status(MigrationStatus::PreSwitchover);
}

void Migration::finish() {
  set_status(MigrationStatus::Device);
  outgoing_->finish();
}

Result<> Migration::go_on(MigrationStatus from) {
  if (from != MigrationStatus::PreSwitchover) {
    return fail(fmt::format("no migration waits in {}; pre-switchover is where", to_string(from)));
  }
  if (info_.status != from) {
    return fail(
        fmt::format("the migration is in {}, not {}", to_string(info_.status), to_string(from))
    );
  }
  vm_.undo().on_commit([this] { finish(); });
  return {};
}

void Migration::sent(const Result<>& result) {
  std::lock_guard hold(vm_.machine_lock());
  const Result<> done = result ? channel_->complete() : result;
  if (!done) {
    fail_with(done.error());
    return return_guest();
  }
  before_.reset();
  end(MigrationStatus::Completed);
  api::migration_complete(vm_);
}

void Migration::return_guest() {
  const std::optional<api::VmPhase> before = std::exchange(before_, std::nullopt);
  if (!before) return;
  api::migration_return(vm_, *before);
  vm_.let_guest_go_on(*before);
}

void Migration::cancel() {
  vm_.undo().on_commit([this] {
    if (!is_under_way() || direction_ == Direction::In) return;
    end(MigrationStatus::Cancelled);
    return_guest();
  });
}

}  // namespace vm
