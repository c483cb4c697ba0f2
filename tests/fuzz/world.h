// SPDX-License-Identifier: Apache-2.0
//
// World is what a fuzzer plays with: a machine of devices whose guest time only goes on when the
// fuzzer says so, backends that answer at once, and what a guest, a user and time can do to
// devices.
//
//   World world;
//   Device* uart = world.build(type, input);
//   while (world.wants_more(input)) world.play(*uart, input);

#pragma once

#include <string>
#include <vector>

#include "runtime/dispatch/undo.h"
#include "tests/unit/generic/object_bench.h"
#include "tests/unit/support/fake_platform.h"
#include "vm/devices/device.h"
#include "vm/machine/builder.h"

class FuzzedDataProvider;

namespace vm::fuzz {

class World {
 public:
  World();
  ~World();

  /// A device with the properties of the schema's examples, some of which the input changes; null
  /// when it refuses them. It is mapped, if it wants that, and has been reset.
  Device* build(const Creatable& type, FuzzedDataProvider& input);
  Device* build(const Creatable& type, qapi::Json properties);

  /// The properties, some of which the input changes.
  static qapi::Json vary(const Creatable& type, qapi::Json properties, FuzzedDataProvider& input);

  Object& machine() { return machine_; }

  /// All devices, parents first.
  std::vector<Device*> devices();

  /// Where guest memory is.
  AddressSpace& space();

  /// Whether there is more to do: inputs are not worked on for ever.
  bool wants_more(FuzzedDataProvider& input);

  /// Whether play() has taken a device away.
  bool has_removed() const { return has_removed_; }

  /// Does one thing to the device, or to all.
  void play(Device& device, FuzzedDataProvider& input);

  void turn_loop();
  void fill_memory(FuzzedDataProvider& input);

  ObjectBench& bench() { return *bench_; }

  FakePlatform platform;

 private:
  void map(Device& device);
  void read(Device& device, FuzzedDataProvider& input);
  void write(Device& device, FuzzedDataProvider& input);
  void drive(Device& device, FuzzedDataProvider& input);
  void reset(Device& device);
  void pass_time(FuzzedDataProvider& input);
  void save_and_load(Device& device, FuzzedDataProvider& input);
  void remove(Device& device);

  qapi::UndoLog undo_;
  Object& machine_;
  Builder builder_;
  std::unique_ptr<ObjectBench> bench_;
  int steps_ = 0;
  std::vector<api::UnmapArgs> windows_;
  unsigned next_window_ = 0;
  bool has_removed_ = false;
};

/// A number of so many bits: any, or one that code is likely to stumble over.
uint64_t pick_number(FuzzedDataProvider& input, unsigned bits = 64);

size_t pick_index(size_t count, FuzzedDataProvider& input);

/// One of several.
template <typename List>
const typename List::value_type& pick(const List& list, FuzzedDataProvider& input) {
  return list[pick_index(list.size(), input)];
}

/// Changes some of the numbers, lengths and words in a document.
void damage(qapi::Json& json, FuzzedDataProvider& input);

/// Those of the types whose objects are also of that type.
std::vector<Creatable> types_of(std::string_view base);

/// Those of the devices that link to something of that type by a property of that name.
std::vector<Creatable> types_that_link(std::string_view property, std::string_view linked);

}  // namespace vm::fuzz
