// SPDX-License-Identifier: Apache-2.0
//
// One program for all fuzzers, for it takes longer to link than to compile. COLDPLUG_FUZZER names
// one; an environment variable, because libFuzzer starts itself anew with its arguments.

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <fuzzer/FuzzedDataProvider.h>
#include <gtest/gtest.h>

#include "tests/fuzz/fuzzers.h"

namespace {

struct Fuzzer {
  std::string_view name;
  void (*run)(FuzzedDataProvider& input);
};

constexpr Fuzzer kFuzzers[] = {
    {"devices", vm::fuzz::devices},
    {"hart", vm::fuzz::hart},
    {"image", vm::fuzz::image},
    {"pci", vm::fuzz::pci},
    {"qcow2", vm::fuzz::qcow2},
    {"saved", vm::fuzz::saved},
    {"virtio", vm::fuzz::virtio},
};

const Fuzzer* chosen = nullptr;

}  // namespace

// libFuzzer calls these.
extern "C" int LLVMFuzzerInitialize(int* argc, char*** argv);
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

extern "C" int LLVMFuzzerInitialize(int*, char***) {
  GTEST_FLAG_SET(break_on_failure, true);  // what the benches of the unit tests expect
  const char* const name = std::getenv("COLDPLUG_FUZZER");
  for (const Fuzzer& fuzzer : kFuzzers) {
    if (name != nullptr && fuzzer.name == name) chosen = &fuzzer;
  }
  if (chosen != nullptr) return 0;
  for (const Fuzzer& fuzzer : kFuzzers) {
    std::printf("%s\n", fuzzer.name.data());
  }
  std::exit(name == nullptr ? EXIT_SUCCESS : EXIT_FAILURE);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  FuzzedDataProvider input(data, size);
  chosen->run(input);
  return 0;
}
