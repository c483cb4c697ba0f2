// SPDX-License-Identifier: Apache-2.0
//
// Migration sends the guest to where it is to go on, or takes one from elsewhere. One at a time; it
// is under way between commands, and moves the machine along the transitions of
// schema/migration.json.

#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include "generated/types/migration.h"

#include "vm/base/result.h"
#include "vm/machine/channel.h"
#include "vm/machine/saved.h"

namespace api {
enum class VmPhase;
}

namespace vm {

class Incoming;
class Outgoing;
class Vm;

class Migration {
 public:
  explicit Migration(Vm& vm);
  ~Migration();
  Migration(const Migration&) = delete;
  Migration& operator=(const Migration&) = delete;

  // The commands of schema/migration.json.
  Result<> send(const std::string& uri);
  Result<> receive(const std::string& uri, bool exit_on_error);
  Result<> go_on(api::MigrationStatus from);
  void cancel();
  api::MigrationInfo info();

  bool has(api::MigrationCapability capability) const;
  void set(api::MigrationCapability capability, bool on);
  uint64_t max_bandwidth() const { return max_bandwidth_; }
  void set_max_bandwidth(uint64_t bandwidth);

  bool is_under_way() const { return channel_ != nullptr; }

 private:
  using Clock = std::chrono::steady_clock;

  enum class Direction {
    Out,
    In,
  };

  void begin(Direction direction, std::unique_ptr<Channel> channel);
  void set_status(api::MigrationStatus status);

  /// Brings what is to be told up to date.
  void measure();

  /// Drops what is under way.
  void end(api::MigrationStatus status);
  void fail_with(const Error& error);

  // migration_send.cpp. Steps between commands, on the main thread; without the machine lock, but
  // for those that are said to have it.
  void channel_to_opened(const Result<Channel::Stream>& stream);
  void send_to(const Channel::Stream& stream);  ///< with the lock
  void all_sent();
  void finish();  ///< with the lock
  void sent(const Result<>& result);
  void return_guest();  ///< with the lock

  // migration_receive.cpp; likewise.
  void channel_from_opened(const Result<Channel::Stream>& stream);
  void received(Result<std::string> bytes);
  Result<machine::Saved> take(std::string bytes);  ///< with the lock
  void receive_failed(const Error& error);         ///< with the lock

  Vm& vm_;
  std::array<bool, 2> capabilities_{};
  uint64_t max_bandwidth_ = 0;

  api::MigrationInfo info_;
  Clock::time_point began_;
  std::unique_ptr<Channel> channel_;
  std::shared_ptr<Outgoing> outgoing_;  // shared with what it has under way in the loop
  std::shared_ptr<Incoming> incoming_;
  std::optional<api::VmPhase> before_;  // while the guest stands still to be sent
  std::string uri_;                     // where a guest is to come from
  Direction direction_ = Direction::Out;
  bool exit_on_error_ = false;
};

}  // namespace vm
