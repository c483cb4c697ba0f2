// SPDX-License-Identifier: Apache-2.0
//
// VhostUserSession sets a back end of vhost-user up (QEMU's docs/interop/vhost-user.rst, "Message
// Specification"): it hands over memory and queues, step by step, and waits for nothing. The back
// end is not trusted. Only .cpp files of backends include this.
//
//   auto session = std::make_shared<VhostUserSession>(peer, offer, ends);
//   session->start();
//   session->close();  // nothing is called afterwards

#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "vm/backends/stream_peers.h"

namespace vm {

class VhostUserSession : public std::enable_shared_from_this<VhostUserSession> {
 public:
  /// A queue: where its parts are, and the eventfd that tells the back end of buffers.
  struct Queue {
    uint64_t descriptors = 0;
    uint64_t available = 0;
    uint64_t used = 0;
    int kick = -1;
  };

  /// What the back end is given. The descriptors stay the caller's.
  struct Offer {
    int memory = -1;
    uint64_t address = 0;  ///< of the memory
    uint64_t size = 0;
    std::vector<Queue> queues;
    uint32_t entries = 0;  ///< of each queue
    int call = -1;         ///< the eventfd that tells us of used buffers
  };

  struct Ends {
    std::function<void()> ready;
    /// The back end has left, or should: `why`, in words; empty if it just hung up.
    std::function<void(const std::string& why)> ended;
  };

  VhostUserSession(std::shared_ptr<StreamSocket> peer, Offer offer, Ends ends);

  void start();
  void close();

 private:
  struct Step {
    uint32_t request = 0;
    bool has_answer = false;
    std::string payload{};
    int descriptor = -1;
  };
  struct Header {
    uint32_t request = 0;
    uint32_t flags = 0;
    uint32_t size = 0;
  };
  using Answer = uint64_t;

  void ask(uint32_t request);
  template <typename Payload>
  void tell(uint32_t request, const Payload& payload, int descriptor = -1);
  void set_up();
  void set_up_queue(uint32_t index);

  void go_on();
  bool write_step();
  void wait_for_room();
  void wait_for_bytes();
  void read_some();
  bool add_incoming(const uint8_t* data, size_t size);
  void answered(Answer value);
  void got_features(uint64_t offered);
  void got_protocol_features(uint64_t offered);
  void end(const std::string& why);
  void hung_up();

  std::shared_ptr<StreamSocket> peer_;
  Offer offer_;
  Ends ends_;
  std::deque<Step> steps_;
  std::string outgoing_;  // the first step, while it is being sent
  size_t sent_ = 0;       // of outgoing_
  bool awaits_answer_ = false;
  bool is_ready_ = false;
  uint64_t features_ = 0;
  bool acknowledges_ = false;
  std::array<uint8_t, sizeof(Header) + sizeof(Answer)> incoming_{};
  size_t received_ = 0;  // of incoming_
};

}  // namespace vm
