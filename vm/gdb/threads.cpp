// SPDX-License-Identifier: Apache-2.0

#include "vm/gdb/threads.h"

#include <climits>

#include "vm/devices/riscv_cluster.h"
#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/object/gather.h"

namespace vm::gdb {
namespace {

/// A number, or -1.
std::optional<int> take_id(std::string_view& text) {
  if (take(text, "-1")) return ThreadId::kAll;
  const auto number = take_number(text);
  if (!number || *number > INT_MAX) return std::nullopt;
  return static_cast<int>(*number);
}

/// What a hart belongs to.
const Object* owner_of(const RiscvHart& hart) {
  const Object* const parent = hart.parent();
  return dynamic_cast<const RiscvCluster*>(parent) != nullptr ? parent : &hart;
}

}  // namespace

std::vector<Thread> threads_of(Object& machine) {
  std::vector<Thread> threads;
  const Object* owner = nullptr;
  int process = 0;
  for (RiscvHart* hart : gather<RiscvHart>(machine)) {
    if (owner_of(*hart) != owner) ++process;
    owner = owner_of(*hart);
    threads.push_back({process, static_cast<int>(threads.size()) + 1, hart});
  }
  return threads;
}

std::optional<ThreadId> take_thread_id(std::string_view& text) {
  ThreadId id;
  if (take(text, 'p')) {
    const auto process = take_id(text);
    if (!process) return std::nullopt;
    id.process = *process;
    id.thread = ThreadId::kAll;
    if (!take(text, '.')) return id;
  }
  const auto thread = take_id(text);
  if (!thread) return std::nullopt;
  id.thread = *thread;
  return id;
}

}  // namespace vm::gdb
