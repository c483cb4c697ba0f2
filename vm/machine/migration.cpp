// SPDX-License-Identifier: Apache-2.0
//
// What both directions of a migration have in common.

#include "vm/machine/migration.h"

#include <utility>

#include "generated/events/migration.h"

#include "vm/machine/incoming.h"
#include "vm/machine/outgoing.h"
#include "vm/machine/vm.h"

namespace vm {

using api::MigrationStatus;

Migration::Migration(Vm& vm) : vm_(vm) {}

Migration::~Migration() {
  if (outgoing_ != nullptr) outgoing_->close();
  if (incoming_ != nullptr) incoming_->close();
}

bool Migration::has(api::MigrationCapability capability) const {
  return capabilities_[static_cast<size_t>(capability)];
}

void Migration::set(api::MigrationCapability capability, bool on) {
  capabilities_[static_cast<size_t>(capability)] = on;
}

void Migration::set_max_bandwidth(uint64_t bandwidth) {
  max_bandwidth_ = bandwidth;
  if (outgoing_ != nullptr) outgoing_->limit(bandwidth);
}

void Migration::set_status(MigrationStatus status) {
  info_.status = status;
  if (has(api::MigrationCapability::Events)) {
    api::emit_migration(vm_.events(), {.status = status});
  }
}

void Migration::measure() {
  if (outgoing_ != nullptr) {
    info_.ram = {
        .transferred = outgoing_->transferred(),
        .remaining = outgoing_->remaining(),
        .total = outgoing_->total(),
    };
  }
  if (incoming_ != nullptr) info_.ram = {.transferred = incoming_->received()};
}

api::MigrationInfo Migration::info() {
  if (is_under_way()) measure();
  return info_;
}

void Migration::begin(Direction direction, std::unique_ptr<Channel> channel) {
  vm_.undo().add([this, before = info_] {
    channel_.reset();
    info_ = before;
  });
  direction_ = direction;
  channel_ = std::move(channel);
  began_ = Clock::now();
  info_ = {};
  set_status(MigrationStatus::Setup);
}

void Migration::end(MigrationStatus status) {
  measure();
  const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began_);
  info_.total_time = static_cast<uint64_t>(passed.count());
  if (outgoing_ != nullptr) outgoing_->close();
  if (incoming_ != nullptr) incoming_->close();
  outgoing_.reset();
  incoming_.reset();
  channel_.reset();
  set_status(status);
}

void Migration::fail_with(const Error& error) {
  info_.error_desc = error.desc;
  end(MigrationStatus::Failed);
}

}  // namespace vm
