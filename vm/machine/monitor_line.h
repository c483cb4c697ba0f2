// SPDX-License-Identifier: Apache-2.0
//
// MonitorLine leads from a monitor to a chardev, which devices may share with it (`mux`). Between
// them is a pair of sockets, so that the monitor's session is the same as everywhere.
//
//   const auto line = std::make_shared<MonitorLine>(platform, forget);
//   qapi::Line end = TRY(line->open(*chardev, "monitor0"));

#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/qmp/line.h"
#include "vm/backends/chardev.h"

namespace vm {

class MonitorLine final : public ChardevUser, public std::enable_shared_from_this<MonitorLine> {
 public:
  /// `on_end` is called on the main thread when the monitor's session is over, and all that it has
  /// sent is written.
  MonitorLine(Platform& platform, std::function<void(const MonitorLine&)> on_end);

  /// Writes what the session has sent until now.
  ~MonitorLine() override;

  /// Attaches it, with the machine lock held, and gives the monitor's end.
  Result<qapi::Line> open(Chardev& chardev, std::string_view monitor);

  // What the chardev calls.
  size_t can_receive() override;
  void receive(std::span<const uint8_t> bytes) override;
  void on_writable() override;
  bool keeps_chardev() const override { return is_kept_; }

 private:
  class Pumps;

  Result<qapi::Fd> connect();
  void start();
  void sent(std::string_view text);
  void write_out();
  void session_ended();
  void end();
  void leave();
  Chardev* chardev() const { return chardev_ != nullptr ? *chardev_ : nullptr; }

  Platform& platform_;
  std::shared_ptr<Chardev* const> chardev_;  // while we are attached to it
  std::function<void(const MonitorLine&)> on_end_;
  std::unique_ptr<Pumps> pumps_;
  std::string to_monitor_;
  std::string from_monitor_;
  bool is_kept_ = true;  // until the monitor goes
  bool has_session_ = true;
};

}  // namespace vm
