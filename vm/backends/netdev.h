// SPDX-License-Identifier: Apache-2.0
//
// Netdev is the host's end of a network cable: a network card sends frames to it and is given what
// comes in. It never blocks the guest: what is sent waits in a bounded queue that the main thread
// empties. When that is full the card keeps the rest until it is told that there is room; what
// comes in faster than the card takes it waits outside, or is lost as on a real cable.
//
//   TRY(netdev->attach(*this, path()));
//   if (!netdev->send(frame)) ...   // keep it: on_sendable() will be called

#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vm/object/object.h"

namespace vm {

class Platform;

using Frame = std::vector<uint8_t>;
using FrameView = std::span<const uint8_t>;

/// The network card. Called on the main thread, with the machine lock held.
class NetUser {
 public:
  virtual ~NetUser() = default;

  /// Takes a frame, or refuses it for now: accept_input() is called when there is room again.
  virtual bool receive(FrameView frame) = 0;

  /// After send() did not accept a frame: there is room again.
  virtual void on_sendable() = 0;

  /// The cable was plugged or unplugged.
  virtual void on_link_changed() = 0;
};

/// Sees all frames that pass. Called on the main thread, without the machine lock.
class NetWatcher {
 public:
  virtual ~NetWatcher() = default;
  virtual void on_frame(FrameView frame) = 0;
};

class Netdev : public Object {
 public:
  static constexpr size_t kQueueFrames = 256;

  /// Larger ones are of no protocol that a card speaks, segmentation offload included.
  static constexpr size_t kLargestFrame = 68 * size_t{1024};

  struct Counts {
    uint64_t sent = 0;
    uint64_t received = 0;
    uint64_t dropped = 0;
  };

  ~Netdev() override;

  // For the card; with the machine lock held.

  /// Fails when another card is attached. `who` is its path.
  Result<> attach(NetUser& user, std::string who);
  void detach();

  /// False when the queue is full. What is sent while the cable is unplugged is lost. Any thread.
  bool send(FrameView frame);

  /// receive() would take a frame again. Any thread.
  void accept_input();

  bool is_link_up() const { return is_link_up_; }

  // For everybody; with the machine lock held.

  void set_link(bool is_up);
  const std::string& user_path() const { return user_path_; }
  const Counts& counts() const { return counts_; }

  /// Main thread.
  void add_watcher(NetWatcher& watcher);
  void remove_watcher(NetWatcher& watcher);

  /// What it is connected to, in words: "user:10.0.2.0/24".
  virtual std::string info() const = 0;

 protected:
  explicit Netdev(Platform& platform) : platform_(platform) {}

  // What a backend does. Main thread, without the machine lock.

  /// There are frames to take, where there were none.
  virtual void on_output() = 0;

  /// wants_input() may have become true.
  virtual void on_input_wanted() {}

  Platform& platform() const { return platform_; }

  // What a backend calls. Main thread, without the machine lock.

  /// The oldest frame that was sent; none when there is none.
  std::optional<Frame> take_frame();
  void discard_output();

  /// Whether what is delivered now is not lost.
  bool wants_input();
  void deliver(FrameView frame);

 private:
  void notify(void (Netdev::*what)());
  void flush_input();
  bool is_plugged();
  bool give(FrameView frame);
  void show(FrameView frame);

  Platform& platform_;
  NetUser* user_ = nullptr;
  std::string user_path_;
  bool is_link_up_ = true;
  std::deque<Frame> output_;
  std::deque<Frame> input_;
  bool output_announced_ = false;
  bool user_waits_ = false;  // for room in output_
  Counts counts_;
  std::vector<NetWatcher*> watchers_;
  // Calls that are under way to the main thread find out through it that we are gone.
  std::shared_ptr<Netdev*> self_ = std::make_shared<Netdev*>(this);
};

}  // namespace vm
