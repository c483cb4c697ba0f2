// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/saved.h"

#include <cstring>

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "vm/machine/save_stream.h"

namespace vm::fuzz {
namespace {

/// What is written with it, and what has been damaged, has a sum that is right.
std::string with_sum(const std::string& header, const std::string& memory) {
  machine::Sum sum;
  sum.add(header);
  sum.add(memory);
  const uint64_t word = sum.value();
  return header + memory + std::string(machine::as_bytes(word));
}

std::string save(World& world) {
  machine::SaveStream stream(world.machine(), {.clock_ns = world.platform.clock().now_ns()});
  std::string bytes;
  for (std::string chunk = stream.next(); !chunk.empty(); chunk = stream.next()) {
    bytes += chunk;
  }
  return bytes;
}

void overwrite(std::string& memory, FuzzedDataProvider& input) {
  if (memory.size() < 8) return;
  const size_t at = input.ConsumeIntegralInRange<size_t>(0, memory.size() / 8 - 1) * 8;
  const uint64_t word = pick_number(input);
  std::memcpy(memory.data() + at, &word, sizeof(word));
}

void load(World& world, std::string bytes) {
  const std::lock_guard hold(world.platform.machine_lock());
  world.platform.clock().stop();
  const Result<machine::Saved> saved = machine::Saved::parse(world.machine(), std::move(bytes));
  if (saved) (void)saved->load(world.machine(), world.platform.clock());
  world.platform.clock().start();
}

}  // namespace

void saved(FuzzedDataProvider& input) {
  static const std::vector<Creatable> types = types_of("device");
  World world;
  if (world.build(pick(types, input), input) == nullptr) return;
  world.fill_memory(input);
  const std::string bytes = save(world);
  const size_t line = bytes.find('\n') + 1;
  qapi::Json header = qapi::Json::parse(bytes.substr(0, line));
  std::string memory = bytes.substr(line);
  if (input.ConsumeBool()) damage(header, input);
  if (input.ConsumeBool()) overwrite(memory, input);
  const auto text = header.dump(-1, ' ', false, qapi::Json::error_handler_t::replace);
  load(world, with_sum(text + '\n', memory));
  while (world.wants_more(input)) {
    world.play(*pick(world.devices(), input), input);
  }
}

}  // namespace vm::fuzz
