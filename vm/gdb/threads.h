// SPDX-License-Identifier: Apache-2.0
//
// What gdb sees of a machine: each cluster is a process, since its harts share an address space and
// an ISA, and each of its harts is a thread. Both are counted from 1 in the order of the tree; a
// hart outside of any cluster is a process of its own.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vm {

class Object;
class RiscvHart;

namespace gdb {

struct Thread {
  int process = 0;
  int id = 0;  ///< unique among all processes
  RiscvHart* hart = nullptr;
};

/// All threads of a machine, those of a process together. Found anew for each use: parts of a
/// machine come and go.
std::vector<Thread> threads_of(Object& machine);

/// A thread as a packet names it: appendix E.2, "thread-id syntax".
struct ThreadId {
  static constexpr int kAny = 0;
  static constexpr int kAll = -1;

  int process = kAny;
  int thread = kAny;

  bool matches(const Thread& candidate) const {
    return (process <= 0 || process == candidate.process) &&
           (thread <= 0 || thread == candidate.id);
  }
};

/// Takes `p1.2`, `p1`, `2`, `-1` off the front.
std::optional<ThreadId> take_thread_id(std::string_view& text);

}  // namespace gdb
}  // namespace vm
