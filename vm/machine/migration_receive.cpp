// SPDX-License-Identifier: Apache-2.0
//
// A guest that comes from elsewhere: setup, until the other side is there; active, until all of it
// has come.

#include <mutex>
#include <utility>

#include <fmt/format.h>

#include "vm/machine/incoming.h"
#include "vm/machine/migration.h"
#include "vm/machine/save_stream.h"
#include "vm/machine/vm.h"

namespace vm {

using api::MigrationStatus;

Result<> Migration::receive(const std::string& uri, bool exit_on_error) {
  if (is_under_way()) return fail("a guest is being waited for already");
  auto opened = [this](const Result<Channel::Stream>& stream) { channel_from_opened(stream); };
  begin(Direction::In, TRY(open_channel_from(vm_, uri, opened)));
  exit_on_error_ = exit_on_error;
  uri_ = uri;
  return {};
}

void Migration::channel_from_opened(const Result<Channel::Stream>& stream) {
  std::lock_guard hold(vm_.machine_lock());
  if (!stream) return receive_failed(stream.error());
  incoming_ = std::make_shared<Incoming>(
      vm_.loop(),
      *stream,
      machine::most_bytes(vm_.machine()),
      [this](Result<std::string> bytes) { received(std::move(bytes)); }
  );
  incoming_->run();
  set_status(MigrationStatus::Active);
}

void Migration::received(Result<std::string> bytes) {
  std::lock_guard hold(vm_.machine_lock());
  if (!bytes) return receive_failed(bytes.error());
  const Result<machine::Saved> taken = take(*std::move(bytes));
  incoming_->answer(taken ? Result<>() : tl::unexpected(taken.error()));
  if (!taken) return receive_failed(taken.error());
  end(MigrationStatus::Completed);
  const api::SavedMachine& header = taken->header();
  vm_.guest_arrived({.running = header.running, .suspended = header.suspended});
}

Result<machine::Saved> Migration::take(std::string bytes) {
  machine::Saved saved = TRY(machine::Saved::parse(vm_.machine(), std::move(bytes)));
  TRY(saved.load(vm_.machine(), vm_.clock()));
  return saved;
}

void Migration::receive_failed(const Error& error) {
  const Error named{.desc = fmt::format("{}: {}", uri_, error.desc)};
  fail_with(named);
  if (exit_on_error_) vm_.end_with_error("migrate-incoming: " + named.desc);
}

}  // namespace vm
