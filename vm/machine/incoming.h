// SPDX-License-Identifier: Apache-2.0
//
// Incoming reads a machine from a stream to its end, a piece in each turn of the loop. Only .cpp
// files include this.
//
//   auto incoming = std::make_shared<Incoming>(loop, stream, most_bytes, ended);
//   incoming->run();
//   incoming->close();   // nothing is called afterwards

#pragma once

#include <functional>
#include <memory>
#include <string>

#include "vm/backends/descriptor.h"

namespace vm {

class Incoming : public std::enable_shared_from_this<Incoming> {
 public:
  /// All that has come. Once, on the main thread, without the machine lock.
  using Ended = std::function<void(Result<std::string>)>;

  Incoming(
      qapi::EventLoop& loop,
      std::shared_ptr<Descriptor> stream,
      uint64_t most_bytes,
      Ended ended
  );

  void run();
  void close() { stream_ = nullptr; }

  /// Says to a peer on a socket whether the guest has been taken.
  void answer(const Result<>& taken);

  uint64_t received() const { return bytes_.size(); }

 private:
  void read();
  void wait();
  void end(Result<std::string> result);

  qapi::EventLoop& loop_;
  std::shared_ptr<Descriptor> stream_;
  uint64_t most_bytes_;
  Ended ended_;
  std::string bytes_;
};

}  // namespace vm
