// SPDX-License-Identifier: Apache-2.0

#include "tests/fuzz/world.h"

#include <algorithm>

#include <fmt/format.h>
#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/loopback.h"
#include "vm/devices/address_space.h"
#include "vm/object/gather.h"

namespace vm::fuzz {
namespace {

// More than that teaches nothing, but takes time.
constexpr int kMostSteps = 300;

// Where registers are seen in the space, so that devices can reach each other's.
constexpr uint64_t kWindows = 0x1000'0000;
constexpr uint64_t kWindowSize = 0x10'0000;

ObjectBench::Backends backends() {
  ObjectBench::Backends chosen = ObjectBench::quiet_backends();
  chosen["chardev"] = kLoopbackChardev;
  chosen["netdev"] = kLoopbackNetdev;
  return chosen;
}

/// Where a read or a write of so many bytes goes within so many.
uint64_t pick_offset(FuzzedDataProvider& input, uint64_t size, unsigned width) {
  const uint64_t last = size - width;
  switch (input.ConsumeIntegralInRange(0, 7)) {
    case 0: return input.ConsumeIntegralInRange<uint64_t>(0, last);
    case 1: return last - input.ConsumeIntegralInRange<uint64_t>(0, std::min<uint64_t>(last, 63));
    case 2: return input.ConsumeIntegralInRange<uint64_t>(0, last) / 4096 * 4096;
    default: break;
  }
  // Mostly registers have small offsets, and are aligned.
  return input.ConsumeIntegralInRange<uint64_t>(0, std::min<uint64_t>(last, 0xfff)) / width * width;
}

struct Target {
  MmioHandler* handler = nullptr;
  unsigned region = 0;
  uint64_t offset = 0;
  unsigned width = 0;
};

Target pick_target(Device& device, AddressSpace& space, FuzzedDataProvider& input) {
  std::vector<FlatRange> ranges;
  unsigned port = 0;
  for (const PortType& type : device.type().ports) {
    if (type.kind != PortKind::Mmio) continue;
    for (unsigned index = 0; index < device.count(PortKind::Mmio, port); ++index) {
      const Region& region = device.region(port, index);
      if (region.handler == nullptr || region.size == 0) continue;
      ranges.push_back({0, region.size - 1, nullptr, false, region.handler, region.index, 0});
    }
    ++port;
  }
  // What the guest sees: what has been placed in it, too.
  const std::shared_ptr<const FlatView> view = space.flat_view();
  if (ranges.empty() || input.ConsumeIntegralInRange(0, 3) == 0) {
    std::ranges::copy_if(view->ranges(), std::back_inserter(ranges), [](const FlatRange& range) {
      return range.handler != nullptr;
    });
  }
  if (ranges.empty()) return {};
  const FlatRange& range = pick(ranges, input);
  const uint64_t size = range.last - range.first + 1;
  unsigned width = 1u << input.ConsumeIntegralInRange(0, 3);
  while (width > size) {
    width /= 2;
  }
  return {range.handler, range.region, range.offset + pick_offset(input, size, width), width};
}

bool is_number(const qapi::CliMember& member) {
  return member.type == "size" || member.type.find("int") != member.type.npos;
}

/// Another value for a property, if the input wants one.
void change(qapi::Json& properties, const qapi::CliMember& member, FuzzedDataProvider& input) {
  const std::string key(member.name);
  if (key.find('.') != key.npos || input.ConsumeIntegralInRange(0, 7) != 0) return;
  if (member.type == "bool") {
    properties[key] = input.ConsumeBool();
  } else if (is_number(member)) {
    // No machine of hundreds of harts: it takes a second to make.
    properties[key] = input.ConsumeIntegralInRange(0, 9);
  } else if (!member.values.empty()) {
    properties[key] = pick(member.values, input);
  }
}

}  // namespace

uint64_t pick_number(FuzzedDataProvider& input, unsigned bits) {
  const uint64_t mask = bits == 64 ? UINT64_MAX : (uint64_t{1} << bits) - 1;
  switch (input.ConsumeIntegralInRange(0, 7)) {
    case 6: return (ObjectBench::kMemory + input.ConsumeIntegral<uint16_t>()) & mask;
    case 7: return (kWindows + input.ConsumeIntegral<uint16_t>()) & mask;
    case 0: return input.ConsumeIntegral<uint64_t>() & mask;
    case 1: return uint64_t{1} << input.ConsumeIntegralInRange(0, 63) & mask;
    case 2: return (uint64_t{1} << input.ConsumeIntegralInRange(0, 63)) - 1 & mask;
    case 3: return (UINT64_MAX - input.ConsumeIntegral<uint8_t>()) & mask;
    case 4: return input.ConsumeIntegral<uint16_t>() & mask;
    default: return input.ConsumeIntegral<uint8_t>();
  }
}

size_t pick_index(size_t count, FuzzedDataProvider& input) {
  return input.ConsumeIntegralInRange<size_t>(0, count - 1);
}

void damage(qapi::Json& json, FuzzedDataProvider& input) {
  if (json.is_structured()) {
    if (json.is_array() && !json.empty() && input.ConsumeIntegralInRange(0, 15) == 0) {
      if (input.ConsumeBool())
        json.erase(json.size() - 1);
      else
        json.push_back(json.front());
    }
    for (qapi::Json& part : json) {
      damage(part, input);
    }
    return;
  }
  if (input.remaining_bytes() == 0 || input.ConsumeIntegralInRange(0, 3) != 0) return;
  if (json.is_boolean()) {
    json = !json.get<bool>();
  } else if (json.is_number()) {
    json = pick_number(input);
  } else if (json.is_string()) {
    json = input.ConsumeRandomLengthString(64);
  }
}

std::vector<Creatable> types_of(std::string_view base) {
  std::vector<Creatable> found = creatable_types();
  std::erase_if(found, [base](const Creatable& each) {
    const std::span<const ObjectType> types = object_table();
    const auto type = std::ranges::find(types, each.branch->value, &ObjectType::name);
    return type == types.end() || !type->is_a(base);
  });
  return found;
}

std::vector<Creatable> types_that_link(std::string_view property, std::string_view linked) {
  const std::string wanted = fmt::format("link<{}>", linked);
  std::vector<Creatable> found = types_of("device");
  std::erase_if(found, [&](const Creatable& each) {
    return std::ranges::none_of(each.branch->members, [&](const qapi::CliMember& member) {
      return member.name == property && member.type == wanted;
    });
  });
  return found;
}

World::World()
    : platform(types_with_loopbacks()),
      machine_(platform.add<Object>("container", "machine")),
      builder_(platform.root(), platform.factory(), undo_) {
  Object& objects = platform.add<Object>("container", "objects");
  platform.clock().set_driver([] {});
  platform.clock().start();
  bench_ = std::make_unique<ObjectBench>(machine_, objects, builder_, backends());
}

World::~World() = default;

Device* World::build(const Creatable& type, FuzzedDataProvider& input) {
  return build(type, vary(type, bench_->properties_for(type), input));
}

qapi::Json World::vary(const Creatable& type, qapi::Json properties, FuzzedDataProvider& input) {
  for (const qapi::CliMember& member : type.branch->members) {
    change(properties, member, input);
  }
  return properties;
}

Device* World::build(const Creatable& type, qapi::Json properties) {
  const std::lock_guard hold(platform.machine_lock());
  const Result<Object*> object = bench_->build(type, std::move(properties));
  if (!object) return nullptr;
  auto& device = static_cast<Device&>(**object);
  map(device);
  for (Device* each : gather<Device>(device)) {
    if (each->on_machine_done()) each->reset();
  }
  return &device;
}

void World::map(Device& device) {
  unsigned port = 0;
  for (const PortType& type : device.type().ports) {
    if (type.kind != PortKind::Mmio) continue;
    for (unsigned index = 0; index < device.count(PortKind::Mmio, port); ++index) {
      const Region& region = device.region(port, index);
      if (region.size == 0 || region.size > kWindowSize || region.handler == nullptr) continue;
      api::MapArgs window;
      window.region = device.name() + region.name.substr(region.name.find(':'));
      window.at = kWindows + kWindowSize * next_window_++;
      window.into = "made0";
      if (builder_.map(window))
        windows_.push_back({.region = window.region, .at = window.at, .into = window.into});
    }
    ++port;
  }
}

std::vector<Device*> World::devices() {
  return gather<Device>(machine_);
}

AddressSpace& World::space() {
  return static_cast<devices::AddressSpaceDevice*>(machine_.child("made0"))->space();
}

bool World::wants_more(FuzzedDataProvider& input) {
  return input.remaining_bytes() > 0 && steps_++ < kMostSteps;
}

void World::play(Device& device, FuzzedDataProvider& input) {
  switch (input.ConsumeIntegralInRange(0, 31)) {
    case 0: return reset(device);
    case 1: return save_and_load(device, input);
    case 2: return remove(device);
    case 3: return turn_loop();
    case 4:
    case 5: return pass_time(input);
    case 6:
    case 7: return drive(device, input);
    case 8:
    case 9: return fill_memory(input);
    default: break;
  }
  return input.ConsumeIntegralInRange(0, 3) == 0 ? read(device, input) : write(device, input);
}

void World::read(Device& device, FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  const Target target = pick_target(device, space(), input);
  if (target.handler == nullptr) return;
  (void)target.handler->mmio_read(target.region, target.offset, target.width);
}

void World::write(Device& device, FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  const Target target = pick_target(device, space(), input);
  if (target.handler == nullptr) return;
  const uint64_t value = pick_number(input, 8 * target.width);
  target.handler->mmio_write(target.region, target.offset, value, target.width);
}

void World::drive(Device& device, FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  unsigned ports = 0;
  for (const PortType& type : device.type().ports) {
    if (type.kind == PortKind::IrqIn) ++ports;
  }
  if (ports == 0) return;
  const unsigned port = input.ConsumeIntegralInRange(0u, ports - 1);
  const unsigned count = device.count(PortKind::IrqIn, port);
  if (count == 0) return;
  const unsigned index = input.ConsumeIntegralInRange(0u, count - 1);
  device.irq_input(port, index, input.ConsumeBool());
}

void World::reset(Device& device) {
  const std::lock_guard hold(platform.machine_lock());
  device.reset();
}

void World::pass_time(FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  VirtualClock& clock = platform.clock();
  uint64_t until = clock.now_ns() + pick_number(input, 50);
  if (input.ConsumeBool()) until = std::max(clock.now_ns(), clock.next_due_ns());
  clock.advance_to(until);
  clock.run_due();
}

void World::turn_loop() {
  platform.loop().poll();
}

void World::save_and_load(Device& device, FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  std::string json;
  qapi::Writer out(json);
  device.type().save(device, out);
  const qapi::Json before = qapi::Json::parse(json);
  qapi::Json state = before;
  if (input.ConsumeBool()) damage(state, input);
  std::vector<Error> errors;
  if (device.type().load(device, qapi::Reader(state, qapi::Spelling::Json, errors))) return;
  errors.clear();
  EXPECT_TRUE(device.type().load(device, qapi::Reader(before, qapi::Spelling::Json, errors)))
      << device.type().name << " does not load what it has saved";
}

void World::remove(Device& device) {
  const std::lock_guard hold(platform.machine_lock());
  if (device.name() == "made0") return;
  // As a user has to.
  std::erase_if(windows_, [&](const api::UnmapArgs& window) {
    return window.region.starts_with(device.name() + ":") && builder_.unmap(window);
  });
  has_removed_ |= builder_.remove_device({.id = device.path()}, true).has_value();
}

void World::fill_memory(FuzzedDataProvider& input) {
  const std::lock_guard hold(platform.machine_lock());
  const uint64_t at = input.ConsumeIntegralInRange<uint64_t>(0, ObjectBench::kMemorySize - 1);
  const std::string bytes = input.ConsumeRandomLengthString(64);
  (void)space().write(ObjectBench::kMemory + at, bytes.data(), bytes.size());
}

}  // namespace vm::fuzz
