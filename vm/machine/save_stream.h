// SPDX-License-Identifier: Apache-2.0
//
// SaveStream is a machine as a stream of bytes, chunk by chunk: see SavedMachine in
// schema/migration.json for what is in it. The guest stands still meanwhile, and nothing is added
// or removed. With the machine lock held:
//
//   SaveStream stream(vm.machine(), {.running = true, .clock_ns = clock.now_ns()});
//   while (std::string chunk = stream.next(); !chunk.empty()) send(chunk);
//   send(stream.end());

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vm/machine/saved_memory.h"

namespace vm::machine {

/// How the guest was when it was made to stand still.
struct SavedTime {
  bool running = false;
  bool suspended = false;
  uint64_t clock_ns = 0;
};

class SaveStream {
 public:
  SaveStream(Object& machine, const SavedTime& time);

  /// Empty when all but the end has been given.
  std::string next();
  std::string end() const;

  // Bytes of memory.
  uint64_t total() const { return total_; }
  uint64_t remaining() const { return remaining_; }

 private:
  void put(std::string_view bytes);
  void put_pieces(const Region& region, uint64_t until);

  std::string chunk_;
  Sum sum_;
  std::vector<SavedRegion> memory_;
  size_t index_ = 0;  // of the region that is being looked at
  uint64_t at_ = 0;   // in it
  uint64_t total_ = 0;
  uint64_t remaining_ = 0;
};

}  // namespace vm::machine
