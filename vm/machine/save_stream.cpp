// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/save_stream.h"

#include <algorithm>
#include <utility>

#include "generated/types/migration.h"

#include "runtime/json/json.h"
#include "runtime/json/writer.h"
#include "vm/machine/saved.h"

namespace vm::machine {
namespace {

// What is looked at for one chunk: others have their turn in between.
constexpr uint64_t kStride = uint64_t{2} << 20;

}  // namespace

SaveStream::SaveStream(Object& machine, const SavedTime& time) : memory_(memory_of(machine)) {
  api::SavedMachine saved;
  saved.format = kSavedFormat;
  saved.running = time.running;
  saved.suspended = time.suspended;
  saved.clock_ns = time.clock_ns;
  saved.objects = saved_objects(machine);
  for (const SavedRegion& memory : memory_) {
    saved.memory.push_back({.region = memory.name, .size = memory.region->size});
    total_ += memory.region->size;
  }
  remaining_ = total_;
  put(qapi::encoded(saved) + "\n");
}

void SaveStream::put(std::string_view bytes) {
  sum_.add(bytes);
  chunk_ += bytes;
}

void SaveStream::put_pieces(const Region& region, uint64_t until) {
  for (; at_ < until; at_ += kSavedPiece) {
    const uint64_t size = std::min(kSavedPiece, region.size - at_);
    if (is_zero(region.host + at_, size)) continue;
    put(as_bytes(at_));
    put(as_bytes(size));
    put({reinterpret_cast<const char*>(region.host + at_), size});
  }
}

std::string SaveStream::next() {
  // The first chunk is there already.
  while (chunk_.empty() && index_ < memory_.size()) {
    const Region& region = *memory_[index_].region;
    const uint64_t begin = at_;
    const uint64_t until = std::min(region.size, begin + kStride);
    put_pieces(region, until);
    remaining_ -= until - begin;
    at_ = until;
    if (until < region.size) continue;
    put(as_bytes(0));
    put(as_bytes(0));
    ++index_;
    at_ = 0;
  }
  return std::exchange(chunk_, {});
}

std::string SaveStream::end() const {
  const uint64_t sum = sum_.value();
  return std::string(as_bytes(sum));
}

}  // namespace vm::machine
