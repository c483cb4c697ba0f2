// SPDX-License-Identifier: Apache-2.0
//
// pcie-host with functions below it: what software finds, places and is interrupted by. PCI Express
// Base Specification 5.0, chapter 7; VIRTIO 1.2, section 4.1.

#include <random>

#include <gtest/gtest.h>

#include "tests/unit/support/object_state.h"
#include "tests/unit/support/virtio_bench.h"
#include "vm/devices/pci/pci_bus.h"
#include "vm/devices/pci/pci_config.h"

namespace vm {
namespace {

constexpr uint64_t kRegisters = 0x4000'0000;  // where the tests place them
constexpr uint64_t kMsixTable = 0x5000'0000;
constexpr unsigned kModernBar = 4;
constexpr unsigned kMsixBar = 1;
constexpr uint64_t kMessageAt = kBenchRam + 0x1000;

// VIRTIO 1.2, 4.1.4.3, and where the structures are.
enum Modern : uint64_t {
  kDriverFeatureSelect = 0x08,
  kDriverFeature = 0x0c,
  kConfigVector = 0x10,
  kNumQueues = 0x12,
  kDeviceStatus = 0x14,
  kQueueSelect = 0x16,
  kQueueSize = 0x18,
  kQueueVector = 0x1a,
  kQueueEnable = 0x1c,
  kQueueDesc = 0x20,
  kQueueDriver = 0x28,
  kQueueDevice = 0x30,
  kIsr = 0x1000,
  kNotify = 0x3000,
};

class VirtioPciTest : public testing::Test {
 protected:
  VirtioPciTest() {
    expect_ok(space_.map({.region = &ram_.region(0), .at = kBenchRam}));
    platform_.clock().start();
  }
  ~VirtioPciTest() override { space_.unmap({.region = &ram_.region(0), .at = kBenchRam}); }

  Device& add_transport(const std::string& name, const std::string& addr = "") {
    return platform_.add<Device>("virtio-pci", name, {{"bus", "pcie"}, {"addr", addr}});
  }
  Device& add_rng(const std::string& bus) {
    return platform_.add<Device>("virtio-rng", bus + "-rng", {{"bus", bus}});
  }

  // Configuration space of a device on bus 0.
  uint32_t config(unsigned device, unsigned offset, unsigned size) {
    return static_cast<uint32_t>(host_.mmio_read(0, device << 15 | offset, size));
  }
  void set_config(unsigned device, unsigned offset, uint32_t value, unsigned size) {
    host_.mmio_write(0, device << 15 | offset, value, size);
  }
  static unsigned bar(unsigned index) { return pci::kBars + 4 * index; }

  void enable(unsigned device) {
    set_config(device, bar(kModernBar), kRegisters, 4);
    set_config(device, bar(kMsixBar), kMsixTable, 4);
    set_config(device, pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
  }

  /// 0 when there is none.
  unsigned capability(unsigned device, uint8_t id) {
    for (unsigned at = config(device, pci::kCapabilities, 1); at != 0;) {
      if (config(device, at, 1) == id) return at;
      at = config(device, at + 1, 1);
    }
    return 0;
  }

  // What is placed in the memory space.
  template <typename Value>
  Value read(uint64_t at) {
    return BenchMemory(memory_).get<Value>(at);
  }
  template <typename Value>
  void write(uint64_t at, Value value) {
    BenchMemory(memory_).set(at, value);
  }
  bool is_mapped(uint64_t at) const { return memory_.check_mapped(at, 1).has_value(); }

  void start_driver() {
    write<uint8_t>(kRegisters + kDeviceStatus, virtio::kAcknowledge | virtio::kDriver);
    write<uint32_t>(kRegisters + kDriverFeatureSelect, 1);
    write<uint32_t>(kRegisters + kDriverFeature, 1);  // VIRTIO_F_VERSION_1
    const uint8_t ready = virtio::kAcknowledge | virtio::kDriver | virtio::kFeaturesOk;
    write<uint8_t>(kRegisters + kDeviceStatus, ready);
    write<uint16_t>(kRegisters + kQueueSize, 8);
    write<uint64_t>(kRegisters + kQueueDesc, queue_.descriptors);
    write<uint64_t>(kRegisters + kQueueDriver, queue_.driver_area);
    write<uint64_t>(kRegisters + kQueueDevice, queue_.device_area);
    write<uint16_t>(kRegisters + kQueueEnable, 1);
    write<uint8_t>(kRegisters + kDeviceStatus, ready | virtio::kDriverOk);
  }

  void ask_for_bytes() {
    queue_.add({{.at = kBenchRam + 0x2000, .size = 16, .is_written = true}});
    write<uint16_t>(kRegisters + kNotify, 0);
  }

  void enable_messages(unsigned device, uint32_t data) {
    set_config(device, capability(device, 0x11) + 2, 1 << 15, 2);
    write<uint64_t>(kMsixTable, kMessageAt);
    write<uint32_t>(kMsixTable + 8, data);
    write<uint16_t>(kRegisters + kQueueVector, 0);
  }

  FakePlatform platform_;
  AddressSpace& space_ = platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  AddressSpace& memory_ =
      platform_.add<devices::AddressSpaceDevice>("address-space", "memory").space();
  Device& ram_ = platform_.add<Device>("ram", "ram", {{"size", kBenchRamSize}});
  Device& host_ =
      platform_.add<Device>("pcie-host", "pcie", {{"memory", "memory"}, {"space", "bus"}});
  BenchMemory guest_{space_};
  DriverQueue queue_{guest_, kBenchRam + 0x1'0000, 8, false};
};

TEST_F(VirtioPciTest, FunctionsAreFoundWhereTheyWerePut) {
  add_transport("first");
  add_transport("second", "1f");
  add_rng("first");
  add_rng("second");
  for (const unsigned device : {1u, 0x1fu}) {
    EXPECT_EQ(config(device, pci::kVendorId, 4), 0x1044'1af4u);
    EXPECT_EQ(config(device, pci::kClassCode, 2), 0xff00u) << "unclassified";
    EXPECT_EQ(config(device, pci::kInterruptPin, 1), 1u);
  }
  EXPECT_EQ(config(2, pci::kVendorId, 4), 0xffff'ffffu);
  EXPECT_EQ(config(2, pci::kVendorId, 2), 0xffffu);
  EXPECT_EQ(host_.mmio_read(0, 1 << 20, 4) & 0xffff'ffff, 0xffff'ffffu) << "bus 1";
}

TEST_F(VirtioPciTest, APlaceIsTakenOnceAndMustBeOne) {
  add_transport("first", "3.0");
  const auto put = [&](const char* name, const char* addr) {
    Object* const other =
        platform_.create("virtio-pci", name, {{"bus", "pcie"}, {"addr", addr}}).value();
    expect_ok(other->configure());
    return error_of(other->realize());
  };
  EXPECT_EQ(put("again", "3"), "/again: /first is at 3.0 of /pcie already");
  EXPECT_NE(put("beyond", "20").find("'20' is no place on a PCI bus"), std::string::npos);
  EXPECT_NE(put("odd", "1.8").find("'1.8' is no place"), std::string::npos);
}

TEST_F(VirtioPciTest, WithoutADeviceThereIsNothing) {
  add_transport("empty");
  EXPECT_EQ(config(1, pci::kVendorId, 4), 0xffff'ffffu);
  set_config(1, pci::kCommand, 0xffff, 2);
  EXPECT_EQ(config(1, pci::kCommand, 2), 0xffffu);
}

TEST_F(VirtioPciTest, BarsTellTheirSizeAndShowWhereTheyArePlaced) {
  add_transport("slot");
  add_rng("slot");
  set_config(1, bar(kModernBar), 0xffff'ffff, 4);
  set_config(1, bar(kModernBar + 1), 0xffff'ffff, 4);
  EXPECT_EQ(config(1, bar(kModernBar), 4), 0xffff'c00cu) << "16 KiB, 64 bits, prefetchable";
  EXPECT_EQ(config(1, bar(kModernBar + 1), 4), 0xffff'ffffu);
  set_config(1, bar(kModernBar + 1), 0, 4);
  set_config(1, bar(kModernBar), kRegisters, 4);
  EXPECT_FALSE(is_mapped(kRegisters)) << "before memory is enabled";
  set_config(1, pci::kCommand, pci::kMemoryEnable, 2);
  EXPECT_EQ(read<uint16_t>(kRegisters + kNumQueues), 1u);
  set_config(1, bar(kModernBar), kRegisters + 0x10'0000, 4);
  EXPECT_FALSE(is_mapped(kRegisters));
  EXPECT_EQ(read<uint16_t>(kRegisters + 0x10'0000 + kNumQueues), 1u);
  set_config(1, pci::kCommand, 0, 2);
  EXPECT_FALSE(is_mapped(kRegisters + 0x10'0000));
}

TEST_F(VirtioPciTest, TheDriverIsInterruptedByThePinUntilItReadsWhy) {
  IrqLine line(host_.irq_out(0, 1));  // of device 1
  add_transport("slot");
  add_rng("slot");
  enable(1);
  start_driver();
  ask_for_bytes();
  EXPECT_EQ(queue_.next_used()->written, 16u);
  EXPECT_TRUE(line.is_high);
  EXPECT_NE(config(1, pci::kStatus, 2) & pci::kInterruptStatus, 0u);
  set_config(1, pci::kCommand, pci::kMemoryEnable | pci::kBusMaster | pci::kInterruptDisable, 2);
  EXPECT_FALSE(line.is_high);
  set_config(1, pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
  EXPECT_TRUE(line.is_high);
  EXPECT_EQ(read<uint8_t>(kRegisters + kIsr), 1u);
  EXPECT_FALSE(line.is_high);
  EXPECT_EQ(read<uint8_t>(kRegisters + kIsr), 0u);
}

TEST_F(VirtioPciTest, OrByAMessageThatWaitsWhileItIsMasked) {
  IrqLine line(host_.irq_out(0, 1));
  add_transport("slot");
  add_rng("slot");
  enable(1);
  enable_messages(1, 0xcafe);
  start_driver();
  ask_for_bytes();
  EXPECT_EQ(guest_.get<uint32_t>(kMessageAt), 0u) << "vectors begin masked";
  EXPECT_EQ(read<uint32_t>(kMsixTable + 0x800), 1u);
  write<uint32_t>(kMsixTable + 12, 0);
  EXPECT_EQ(guest_.get<uint32_t>(kMessageAt), 0xcafeu);
  EXPECT_EQ(read<uint32_t>(kMsixTable + 0x800), 0u);
  EXPECT_FALSE(line.is_high) << "never both";
  EXPECT_EQ(read<uint16_t>(kRegisters + kQueueVector), 0u);
  write<uint16_t>(kRegisters + kConfigVector, 2);
  EXPECT_EQ(read<uint16_t>(kRegisters + kConfigVector), 0xffffu) << "there are two";
}

/// The message rings the bell of its own device.
TEST_F(VirtioPciTest, AMessageToItselfEndsThere) {
  expect_ok(space_.map(
      {.region = nullptr,
       .space = &memory_,
       .at = kRegisters,
       .offset = kRegisters,
       .size = 0x1000'0000}
  ));
  add_transport("slot");
  add_rng("slot");
  enable(1);
  enable_messages(1, 0);
  write<uint64_t>(kMsixTable, kRegisters + kNotify);
  write<uint32_t>(kMsixTable + 12, 0);
  start_driver();
  for (int i = 0; i < 3; ++i) {
    queue_.add({{.at = kBenchRam + 0x2000, .size = 16, .is_written = true}});
  }
  write<uint16_t>(kRegisters + kNotify, 0);
  EXPECT_TRUE(queue_.next_used());
}

TEST_F(VirtioPciTest, RegistersShowThroughTheConfigurationSpace) {
  add_transport("slot");
  add_rng("slot");
  unsigned window = 0;
  for (unsigned at = config(1, pci::kCapabilities, 1); at != 0; at = config(1, at + 1, 1)) {
    if (config(1, at, 1) == 9 && config(1, at + 3, 1) == 5) window = at;
  }
  ASSERT_NE(window, 0u);
  set_config(1, window + 4, kModernBar, 1);
  set_config(1, window + 8, kNumQueues, 4);
  set_config(1, window + 12, 2, 4);
  EXPECT_EQ(config(1, window + 16, 4), 1u);
  set_config(1, window + 8, kDeviceStatus, 4);
  set_config(1, window + 12, 1, 4);
  set_config(1, window + 16, virtio::kAcknowledge, 4);
  EXPECT_EQ(config(1, window + 16, 1), virtio::kAcknowledge);
  set_config(1, window + 8, 0x3fff, 4);
  set_config(1, window + 12, 4, 4);
  config(1, window + 16, 4);  // beyond the end
}

TEST_F(VirtioPciTest, RestoredRegistersAreWhereTheyWere) {
  Device& slot = add_transport("slot");
  add_rng("slot");
  enable(1);
  enable_messages(1, 7);
  const std::string state = saved(slot);
  slot.reset();
  EXPECT_FALSE(is_mapped(kRegisters));
  EXPECT_EQ(config(1, bar(kModernBar), 4), 0xcu);

  load(slot, state);
  EXPECT_EQ(read<uint16_t>(kRegisters + kNumQueues), 1u);
  EXPECT_EQ(read<uint32_t>(kMsixTable + 8), 7u);
}

/// Whatever is written anywhere: nothing breaks, and what is fixed stays as it is.
TEST_F(VirtioPciTest, SurvivesAnyWrite) {
  add_transport("first");
  add_transport("second");
  add_rng("first");
  add_rng("second");
  std::mt19937 random(6);
  for (int i = 0; i < 20'000; ++i) {
    const unsigned size = 1u << random() % 4;
    const uint64_t value = random() % 3 == 0 ? random() : uint64_t{random()} << 32 | random();
    switch (random() % 4) {
      case 0: host_.mmio_write(0, random() % 0x20'0000 / size * size, value, size); break;
      case 1: set_config(1 + random() % 2, random() % 256, static_cast<uint32_t>(value), 4); break;
      case 2: enable(1 + random() % 2); break;
      default: (void)memory_.write(kRegisters + random() % 0x4000, &value, size); break;
    }
    host_.mmio_read(0, random() % 0x20'0000 / size * size, size);
  }
  EXPECT_EQ(config(1, pci::kVendorId, 4), 0x1044'1af4u);
  EXPECT_EQ(config(2, pci::kVendorId, 4), 0x1044'1af4u);
}

}  // namespace
}  // namespace vm
