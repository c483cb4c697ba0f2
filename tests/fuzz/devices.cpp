// SPDX-License-Identifier: Apache-2.0

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"

namespace vm::fuzz {

void devices(FuzzedDataProvider& input) {
  static const std::vector<Creatable> types = types_of("device");
  World world;
  if (world.build(pick(types, input), input) == nullptr) return;
  while (world.wants_more(input)) {
    // The last ones are what was asked for, and its parts; those before are what it links to.
    const std::vector<Device*> devices = world.devices();
    const size_t back = input.ConsumeIntegralInRange<size_t>(0, 3);
    if (devices.size() > back) world.play(*devices[devices.size() - 1 - back], input);
  }
}

}  // namespace vm::fuzz
