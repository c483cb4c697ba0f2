// SPDX-License-Identifier: Apache-2.0
//
// Outgoing writes a machine that stands still to a stream, a piece in each turn of the loop. When
// all but the end is written it waits for finish(); then a peer on a socket says whether it has
// taken the guest. Only .cpp files include this.
//
//   auto outgoing = std::make_shared<Outgoing>(platform, stream, SaveStream(machine, time), ends);
//   outgoing->run();
//   outgoing->close();   // nothing is called afterwards

#pragma once

#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "vm/backends/descriptor.h"
#include "vm/machine/save_stream.h"

namespace vm {

class Outgoing : public std::enable_shared_from_this<Outgoing> {
 public:
  /// Called on the main thread, without the machine lock.
  struct Ends {
    std::function<void()> sent;           ///< all but the end
    std::function<void(Result<>)> ended;  ///< once
  };

  Outgoing(
      Platform& platform,
      std::shared_ptr<Descriptor> stream,
      machine::SaveStream source,
      Ends ends
  );

  /// Begins, in a turn of the loop to come.
  void run();
  void finish();
  void close() { stream_ = nullptr; }

  /// Bytes per second; 0: as fast as it goes.
  void limit(uint64_t bandwidth);

  uint64_t transferred() const { return transferred_; }
  uint64_t remaining() const { return source_.remaining(); }
  uint64_t total() const { return source_.total(); }

 private:
  void step_later();
  void step();
  bool refill();
  size_t allowance();
  void wait_to_write();
  void write(size_t most);
  void all_written();
  void wait_for_answer();
  void read_answer();
  void end(Result<> result);

  Platform& platform_;
  std::shared_ptr<Descriptor> stream_;
  machine::SaveStream source_;
  Ends ends_;
  std::string chunk_;
  size_t done_ = 0;  // of it
  bool is_finishing_ = false;
  bool has_end_ = false;  // it is in chunk_, or written
  uint64_t transferred_ = 0;
  uint64_t bandwidth_ = 0;
  std::chrono::steady_clock::time_point limited_since_;
  uint64_t limited_from_ = 0;  // transferred_ then
  std::string answer_;
};

}  // namespace vm
