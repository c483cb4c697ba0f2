// SPDX-License-Identifier: Apache-2.0
//
// FramePump moves frames between a Netdev and a descriptor that gives and takes one at a time: a
// datagram socket, a TAP interface. Only .cpp files of backends include this.
//
//   auto pump = std::make_shared<FramePump>(descriptor, ends);
//   pump->read();   // whenever frames are wanted
//   pump->write();  // whenever there are frames
//   pump->close();  // nothing is called afterwards

#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "vm/backends/descriptor.h"
#include "vm/backends/netdev.h"

namespace vm {

class FramePump : public std::enable_shared_from_this<FramePump> {
 public:
  struct Ends {
    std::function<bool()> wants_input;
    std::function<void(FrameView frame)> deliver;
    std::function<std::optional<Frame>()> take;
    /// Whether there is somebody to write to; else the frame is lost.
    std::function<bool()> is_connected;
  };

  FramePump(std::shared_ptr<Descriptor> descriptor, Ends ends);

  void read();
  void write();
  void close() { descriptor_ = nullptr; }

 private:
  void read_some();
  void write_some();
  bool write_one(const Frame& frame);

  std::shared_ptr<Descriptor> descriptor_;
  Ends ends_;
  Frame buffer_;
  std::optional<Frame> unsent_;  // waits for room in the host's buffers
  bool is_reading_ = false;
  bool is_writing_ = false;
};

}  // namespace vm
