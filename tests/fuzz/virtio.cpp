// SPDX-License-Identifier: Apache-2.0
//
// What a driver does, as far as it takes to get behind the first checks; the rest is the input's.
// VIRTIO 1.2: transports are in 4.1.4.3 and 4.2.2, queues in 2.7 and 2.8.

#include <algorithm>
#include <cstdlib>
#include <cstring>

#include <fuzzer/FuzzedDataProvider.h>

#include "tests/fuzz/fuzzers.h"
#include "tests/fuzz/world.h"
#include "vm/devices/pci/pci_config.h"
#include "vm/devices/virtio/features.h"

namespace vm::fuzz {
namespace {

struct Register {
  uint64_t offset;
  unsigned size;
};

/// Where a transport has its registers.
struct Layout {
  std::string_view transport;
  unsigned port;
  Register status;
  Register device_feature_select;
  Register device_feature;
  Register driver_feature_select;
  Register driver_feature;
  Register queue_select;
  Register queue_size;
  Register queue_enable;
  uint64_t descriptors;
  uint64_t driver_area;
  uint64_t device_area;
  Register notify;
  uint64_t notify_stride;  ///< of queues that have a register each
};

constexpr Layout kLayouts[] = {
    {
        .transport = "virtio-mmio",
        .port = 0,
        .status = {0x70, 4},
        .device_feature_select = {0x14, 4},
        .device_feature = {0x10, 4},
        .driver_feature_select = {0x24, 4},
        .driver_feature = {0x20, 4},
        .queue_select = {0x30, 4},
        .queue_size = {0x38, 4},
        .queue_enable = {0x44, 4},
        .descriptors = 0x80,
        .driver_area = 0x90,
        .device_area = 0xa0,
        .notify = {0x50, 4},
        .notify_stride = 0,
    },
    {
        .transport = "virtio-pci",
        .port = 1,
        .status = {0x14, 1},
        .device_feature_select = {0x00, 4},
        .device_feature = {0x04, 4},
        .driver_feature_select = {0x08, 4},
        .driver_feature = {0x0c, 4},
        .queue_select = {0x16, 2},
        .queue_size = {0x18, 2},
        .queue_enable = {0x1c, 2},
        .descriptors = 0x20,
        .driver_area = 0x28,
        .device_area = 0x30,
        .notify = {0x3000, 2},
        .notify_stride = 4,
    },
};

const Layout& layout_of(const Creatable& transport) {
  const auto found = std::ranges::find(kLayouts, transport.branch->value, &Layout::transport);
  // A new transport takes a row above.
  if (found == std::end(kLayouts)) std::abort();
  return *found;
}

// Of the memory of the bench: rings, then what they refer to.
constexpr uint64_t kQueues = 8;
constexpr uint64_t kQueueRoom = 0x1000;
constexpr uint64_t kBuffers = ObjectBench::kMemory + kQueues * kQueueRoom;
constexpr uint64_t kDriverArea = 0x600;
constexpr uint64_t kDeviceArea = 0xa00;
constexpr uint16_t kLargestQueue = 64;

class Driver {
 public:
  Driver(World& world, Device& transport, const Layout& layout, FuzzedDataProvider& input)
      : world_(world),
        transport_(transport),
        layout_(layout),
        input_(input) {}

  void start() {
    const std::lock_guard hold(world_.platform.machine_lock());
    set(layout_.status, 0);
    set(layout_.status, virtio::kAcknowledge | virtio::kDriver);
    set_features();
    for (uint64_t queue = 0; queue < kQueues; ++queue) {
      set_up_queue(queue);
    }
    set(layout_.status, kReady | virtio::kDriverOk);
  }

  void notify() {
    const std::lock_guard hold(world_.platform.machine_lock());
    const uint64_t queue = pick_queue();
    Register to = layout_.notify;
    to.offset += queue * layout_.notify_stride;
    set(to, queue);
  }

  /// Writes a descriptor of a queue, or of a table somewhere else.
  void write_descriptor() {
    const bool is_indirect = input_.ConsumeIntegralInRange(0, 3) == 0;
    const uint64_t index = input_.ConsumeIntegralInRange<uint64_t>(0, 7);
    const uint64_t table = is_indirect ? kBuffers : queue_at(pick_queue());
    std::array<uint8_t, 16> bytes{};
    const uint64_t address = pick_address();
    const auto length = static_cast<uint32_t>(pick_length());
    // Flags and the next one, or an id and flags.
    const uint16_t words[] = {pick_flags(), pick_flags()};
    std::memcpy(bytes.data(), &address, 8);
    std::memcpy(bytes.data() + 8, &length, 4);
    std::memcpy(bytes.data() + 12, words, 4);
    put(table + 16 * index, bytes);
  }

  /// Makes some of the descriptors of a split queue available.
  void write_available() {
    const uint64_t at = queue_at(pick_queue()) + kDriverArea;
    std::array<uint16_t, 8> ring{};
    ring[0] = input_.ConsumeIntegralInRange<uint16_t>(0, 3);
    ring[1] = input_.ConsumeIntegralInRange<uint16_t>(0, 12);
    for (size_t i = 2; i < ring.size(); ++i) {
      ring[i] = input_.ConsumeIntegralInRange<uint16_t>(0, 9);
    }
    put(at, ring);
  }

  /// What devices find in their first buffers: requests are small numbers.
  void write_buffer() {
    std::array<uint32_t, 4> words{};
    for (uint32_t& word : words) {
      word = static_cast<uint32_t>(pick_number(input_, 8 * input_.ConsumeIntegralInRange(1u, 4u)));
    }
    put(kBuffers + 16 * input_.ConsumeIntegralInRange<uint64_t>(8, 40), words);
  }

 private:
  static constexpr uint8_t kReady = virtio::kAcknowledge | virtio::kDriver | virtio::kFeaturesOk;

  void set(Register to, uint64_t value) {
    transport_.mmio_write(layout_.port, to.offset, value, to.size);
  }
  uint64_t get(Register from) { return transport_.mmio_read(layout_.port, from.offset, from.size); }

  /// What is offered, without some of it.
  void set_features() {
    const uint64_t refused = input_.ConsumeBool() ? 0 : pick_number(input_);
    for (const unsigned word : {0u, 1u}) {
      set(layout_.device_feature_select, word);
      set(layout_.driver_feature_select, word);
      uint64_t features = get(layout_.device_feature) & ~(refused >> (32 * word));
      if (word == 1) features |= virtio::bit(virtio::kVersion1) >> 32;
      set(layout_.driver_feature, static_cast<uint32_t>(features));
    }
    set(layout_.status, kReady);
  }

  void set_up_queue(uint64_t queue) {
    const bool is_usual = input_.ConsumeIntegralInRange(0, 7) != 0;
    const uint16_t size = is_usual ? uint16_t{8} : input_.ConsumeIntegral<uint16_t>();
    set(layout_.queue_select, queue);
    set(layout_.queue_size, is_usual ? size : std::min(size, kLargestQueue));
    set_address(layout_.descriptors, queue_at(queue));
    set_address(layout_.driver_area, queue_at(queue) + kDriverArea);
    set_address(layout_.device_area, is_usual ? queue_at(queue) + kDeviceArea : pick_address());
    set(layout_.queue_enable, 1);
  }

  void set_address(uint64_t at, uint64_t address) {
    set({at, 4}, static_cast<uint32_t>(address));
    set({at + 4, 4}, address >> 32);
  }

  static uint64_t queue_at(uint64_t queue) { return ObjectBench::kMemory + queue * kQueueRoom; }
  uint64_t pick_queue() { return input_.ConsumeIntegralInRange<uint64_t>(0, kQueues - 1) / 2; }

  uint64_t pick_address() {
    if (input_.ConsumeIntegralInRange(0, 7) == 0) return pick_number(input_);
    return kBuffers + 16 * input_.ConsumeIntegralInRange<uint64_t>(0, 40);
  }
  uint64_t pick_length() {
    if (input_.ConsumeIntegralInRange(0, 7) == 0) return pick_number(input_, 32);
    return input_.PickValueInArray<uint64_t>({1, 2, 4, 8, 12, 16, 32, 512, 1526, 4096});
  }
  /// Also what a packed queue takes for available, in both rounds; or an index.
  uint16_t pick_flags() {
    const auto low = input_.ConsumeIntegralInRange<uint16_t>(0, 7);
    return static_cast<uint16_t>(low | input_.PickValueInArray({0, 0x80, 0x8000, 0x8080}));
  }

  template <typename Bytes>
  void put(uint64_t at, const Bytes& bytes) {
    (void)world_.space().write(at, bytes.data(), bytes.size() * sizeof(bytes[0]));
  }

  World& world_;
  Device& transport_;
  const Layout& layout_;
  FuzzedDataProvider& input_;
};

/// On bus 0 all functions become masters.
void let_reach_memory(World& world) {
  for (Device* device : world.devices()) {
    if (device->type().name != "pcie-host") continue;
    for (uint64_t number = 0; number < 4; ++number) {
      device->mmio_write(0, number << 15 | pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
    }
  }
}

Device* add(World& world, const Creatable& type, Device& transport, FuzzedDataProvider& input) {
  qapi::Json properties = world.bench().properties_for(type);
  properties["bus"] = transport.name();
  return world.build(type, world.vary(type, std::move(properties), input));
}

}  // namespace

void virtio(FuzzedDataProvider& input) {
  static const std::vector<Creatable> transports = types_of("virtio-bus");
  static const std::vector<Creatable> types = types_that_link("bus", "virtio-bus");
  World world;
  const Creatable& kind = pick(transports, input);
  const Creatable& type = pick(types, input);
  Device* const transport = world.build(kind, world.bench().properties_for(kind));
  if (transport == nullptr || add(world, type, *transport, input) == nullptr) return;
  let_reach_memory(world);
  Driver driver(world, *transport, layout_of(kind), input);
  driver.start();
  while (world.wants_more(input)) {
    switch (input.ConsumeIntegralInRange(0, 15)) {
      case 0: driver.start(); break;
      case 1: world.fill_memory(input); break;
      case 2: world.turn_loop(); break;
      case 3: world.play(*pick(world.devices(), input), input); break;
      case 4:
      case 5: driver.write_available(); break;
      case 6:
      case 7: driver.write_buffer(); break;
      case 8:
      case 9:
      case 10: driver.notify(); break;
      default: driver.write_descriptor(); break;
    }
    if (world.has_removed()) return;
  }
  world.turn_loop();
}

}  // namespace vm::fuzz
