// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/node_medium.h"

#include <algorithm>

namespace vm {

using Kind = BlockRequest::Kind;

int NodeMedium::read(uint64_t offset, std::span<uint8_t> data) {
  const uint64_t end = node_.size();
  const uint64_t there = offset < end ? std::min<uint64_t>(data.size(), end - offset) : 0;
  std::ranges::fill(data.subspan(there), uint8_t{0});
  if (there == 0) return 0;
  return node_.perform({.kind = Kind::Read, .offset = offset, .length = there, .data = data.data()}
  );
}

int NodeMedium::write(uint64_t offset, std::span<const uint8_t> data) {
  const uint64_t end = offset + data.size();
  uint64_t tried = tried_;
  while (tried < end && !tried_.compare_exchange_weak(tried, end)) {
  }
  // A request to write does not change what it is given.
  auto* const bytes = const_cast<uint8_t*>(data.data());
  return node_.perform({.kind = Kind::Write, .offset = offset, .length = data.size(), .data = bytes}
  );
}

int NodeMedium::flush() {
  return node_.perform({.kind = Kind::Flush});
}

int NodeMedium::discard(uint64_t offset, uint64_t length) {
  return node_.perform({.kind = Kind::Discard, .offset = offset, .length = length});
}

uint64_t NodeMedium::length() const {
  return std::max<uint64_t>(tried_, node_.size());
}

}  // namespace vm
