// SPDX-License-Identifier: Apache-2.0
//
// pcie-root-port: the way to the bus behind it, and cards that come and go. PCI Express Base
// Specification 5.0, 6.7 and 7.5.

#include <random>

#include <gtest/gtest.h>

#include "tests/unit/support/object_state.h"
#include "tests/unit/support/virtio_bench.h"
#include "vm/devices/card_slot.h"
#include "vm/devices/pci/pci_bus.h"
#include "vm/devices/pci/pci_config.h"

namespace vm {
namespace {

constexpr unsigned kPort = 1;  // its device on bus 0
constexpr unsigned kBus = 3;   // behind it
constexpr uint64_t kRegisters = 0x4010'0000;
constexpr uint64_t kStatusRegister = kRegisters + 0x14;
constexpr unsigned kModernBar = 4;
constexpr uint64_t kMessageAt = kBenchRam + 0x1000;
constexpr uint32_t kNothing = 0xffff'ffff;
constexpr uint32_t kRng = 0x1044'1af4;

// Slot control, as Linux writes it: what interrupts, both indicators, power.
constexpr uint16_t kEvents = 0x1039;
constexpr uint16_t kOn = kEvents | 0x01c0;
constexpr uint16_t kBlinks = kEvents | 0x02c0;
constexpr uint16_t kOff = kEvents | 0x07c0;

class PcieRootPortTest : public testing::Test {
 protected:
  PcieRootPortTest() {
    expect_ok(space_.map({.region = &ram_.region(0), .at = kBenchRam}));
    platform_.clock().start();
    set_port(pci::kPrimaryBus, kBus << 8 | kBus << 16, 4);
    set_port(pci::kMemoryBase, 0x4010, 2);
    set_port(pci::kMemoryLimit, 0x4010, 2);
    set_port(pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
  }
  ~PcieRootPortTest() override { space_.unmap({.region = &ram_.region(0), .at = kBenchRam}); }

  // Configuration space.
  uint32_t get(unsigned bus, unsigned device, unsigned offset, unsigned size) {
    const uint64_t at = bus << 20 | device << 15 | offset;
    return static_cast<uint32_t>(host_.mmio_read(0, at, size));
  }
  void set(unsigned bus, unsigned device, unsigned offset, uint32_t value, unsigned size) {
    host_.mmio_write(0, bus << 20 | device << 15 | offset, value, size);
  }
  uint32_t port(unsigned offset, unsigned size) { return get(0, kPort, offset, size); }
  void set_port(unsigned offset, uint32_t value, unsigned size) {
    set(0, kPort, offset, value, size);
  }
  uint32_t card(unsigned offset) { return get(kBus, 0, offset, 4); }

  unsigned capability(uint8_t id) {
    unsigned at = port(pci::kCapabilities, 1);
    while (at != 0 && port(at, 1) != id)
      at = port(at + 1, 1);
    return at;
  }
  unsigned slot_at(unsigned offset) { return capability(0x10) + 0x14 + offset; }
  uint32_t status() { return port(slot_at(slot::kStatus), 2); }
  void end(uint32_t events) { set_port(slot_at(slot::kStatus), events, 2); }
  void control(uint16_t value) { set_port(slot_at(slot::kControl), value, 2); }
  uint32_t link() { return port(capability(0x10) + 0x12, 2) >> 13 & 1; }

  Result<Object*> put(const std::string& name, const std::string& addr) {
    return platform_.try_add("virtio-pci", name, {{"bus", "rp0"}, {"addr", addr}});
  }
  void add_card(const std::string& addr = "") {
    ASSERT_TRUE(put("card", addr));
    platform_.add<Device>("virtio-rng", "rng", {{"bus", "card"}});
  }

  /// One that was there from the beginning.
  void add_cold_card() {
    add_card();
    slot_.update_presence();
    end(0xffff);
    control(kOn);
    end(0xffff);
  }

  void enable_card() {
    set(kBus, 0, pci::kBars + 4 * kModernBar, kRegisters, 4);
    set(kBus, 0, pci::kCommand, pci::kMemoryEnable | pci::kBusMaster, 2);
  }
  bool shows() const { return memory_.check_mapped(kRegisters, 1).has_value(); }

  FakePlatform platform_;
  AddressSpace& space_ = platform_.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  AddressSpace& memory_ =
      platform_.add<devices::AddressSpaceDevice>("address-space", "memory").space();
  Device& ram_ = platform_.add<Device>("ram", "ram", {{"size", kBenchRamSize}});
  Device& host_ =
      platform_.add<Device>("pcie-host", "pcie", {{"memory", "memory"}, {"space", "bus"}});
  Device& rp0_ = platform_.add<Device>("pcie-root-port", "rp0", {{"bus", "pcie"}, {"slot", 5}});
  CardSlot& slot_ = dynamic_cast<CardSlot&>(rp0_);
  BenchMemory guest_{space_};
};

TEST_F(PcieRootPortTest, SaysThatItIsABridgeAndASlot) {
  EXPECT_EQ(port(pci::kClassCode, 4) & 0xff'ffff, 0x06'04'00u);
  EXPECT_EQ(port(pci::kHeaderType, 1), 1u);
  EXPECT_EQ(port(capability(0x10) + 2, 2), 2u | 4u << 4 | 1u << 8) << "root port, with a slot";
  EXPECT_EQ(port(slot_at(0), 4) >> slot::kNumberShift, 5u);
  EXPECT_EQ(status(), 0u) << "nothing is there";
}

TEST_F(PcieRootPortTest, LeadsToTheFunctionsOfItsBus) {
  add_cold_card();
  EXPECT_EQ(card(pci::kVendorId), kRng);
  EXPECT_EQ(get(kBus, 1, pci::kVendorId, 4), kNothing) << "a link leads to one device";
  EXPECT_EQ(get(kBus + 1, 0, pci::kVendorId, 4), kNothing);
  set_port(pci::kSecondaryBus, 7, 1);
  EXPECT_EQ(card(pci::kVendorId), kNothing);
  EXPECT_EQ(get(7, 0, pci::kVendorId, 4), kRng);
  set_port(pci::kSecondaryBus, 0, 1);
  EXPECT_EQ(get(0, 0, pci::kVendorId, 4), kNothing) << "bus 0 is the host's";
}

TEST_F(PcieRootPortTest, AnEndpointIsOne) {
  add_cold_card();
  unsigned at = card(pci::kCapabilities) & 0xff;
  while (at != 0 && (card(at) & 0xff) != 0x10)
    at = card(at) >> 8 & 0xff;
  ASSERT_NE(at, 0u);
  EXPECT_EQ(card(at) >> 20 & 0xf, 0u) << "of no root complex";
}

TEST_F(PcieRootPortTest, WindowsLetMemoryThrough) {
  add_cold_card();
  enable_card();
  EXPECT_TRUE(shows());
  set_port(pci::kMemoryBase, 0x4020, 2);
  EXPECT_FALSE(shows()) << "a window that ends before it begins is closed";
  set_port(pci::kPrefetchableBase, 0x4000, 2);
  set_port(pci::kPrefetchableLimit, 0x4010, 2);
  EXPECT_TRUE(shows());
  set_port(pci::kPrefetchableBaseUpper, 1, 4);
  EXPECT_FALSE(shows());
  set_port(pci::kMemoryBase, 0x4010, 2);
  EXPECT_TRUE(shows());
  set_port(pci::kCommand, pci::kBusMaster, 2);
  EXPECT_FALSE(shows());
}

TEST_F(PcieRootPortTest, AWindowShowsItsPartOnly) {
  add_cold_card();
  set(kBus, 0, pci::kBars + 4 * kModernBar, 0x4020'0000, 4);
  set(kBus, 0, pci::kCommand, pci::kMemoryEnable, 2);
  EXPECT_FALSE(memory_.check_mapped(0x4020'0000, 1));
  set_port(pci::kMemoryLimit, 0x4020, 2);
  EXPECT_TRUE(memory_.check_mapped(0x4020'0000, 1));
}

TEST_F(PcieRootPortTest, SecondaryResetReachesTheCard) {
  add_cold_card();
  enable_card();
  BenchMemory(memory_).set<uint8_t>(kStatusRegister, 1);
  set_port(pci::kBridgeControl, pci::kSecondaryBusReset, 2);
  set_port(pci::kBridgeControl, 0, 2);
  EXPECT_EQ(card(pci::kCommand) & 0xffff, 0u);
  enable_card();
  EXPECT_EQ(BenchMemory(memory_).get<uint8_t>(kStatusRegister), 0u);
}

TEST_F(PcieRootPortTest, ACardThatComesIsTold) {
  IrqLine line(host_.irq_out(0, kPort));
  control(kEvents | 0x20 | 0x01c0);
  end(slot::kCommandCompleted);
  EXPECT_FALSE(line.is_high);
  add_card();
  EXPECT_EQ(card(pci::kVendorId), kNothing) << "not yet";
  slot_.update_presence();
  EXPECT_EQ(
      status(),
      slot::kPresent | slot::kPresenceChanged | slot::kButtonPressed | slot::kLinkChanged
  );
  EXPECT_EQ(link(), 1u);
  EXPECT_EQ(card(pci::kVendorId), kRng);
  EXPECT_TRUE(line.is_high);
  end(slot::kPresenceChanged | slot::kButtonPressed);
  EXPECT_TRUE(line.is_high) << "the link, too";
  end(slot::kLinkChanged);
  EXPECT_FALSE(line.is_high);
}

TEST_F(PcieRootPortTest, OrByAMessage) {
  IrqLine line(host_.irq_out(0, kPort));
  const unsigned msi = capability(0x05);
  set_port(msi + 4, kMessageAt, 4);
  set_port(msi + 12, 0xcafe, 2);
  set_port(msi + 2, 1, 2);
  control(kEvents | 0x20 | 0x01c0);
  EXPECT_EQ(guest_.get<uint32_t>(kMessageAt), 0xcafeu) << "the command was completed";
  guest_.set<uint32_t>(kMessageAt, 0);
  add_card();
  slot_.update_presence();
  EXPECT_EQ(guest_.get<uint32_t>(kMessageAt), 0u) << "something was there to be seen already";
  end(0xffff);
  slot_.ask();
  EXPECT_EQ(guest_.get<uint32_t>(kMessageAt), 0xcafeu);
  EXPECT_FALSE(line.is_high);
}

TEST_F(PcieRootPortTest, ACardGoesWhenTheGuestLetsGo) {
  add_cold_card();
  enable_card();
  slot_.ask();
  EXPECT_EQ(status() & slot::kButtonPressed, slot::kButtonPressed);
  control(kBlinks);
  EXPECT_TRUE(platform_.incidents.empty());
  control(kBlinks | 1u << 10);
  EXPECT_EQ(link(), 0u);
  EXPECT_EQ(card(pci::kVendorId), kNothing) << "without power";
  EXPECT_FALSE(shows());
  control(kOff);
  ASSERT_EQ(platform_.incidents.size(), 1u);
  EXPECT_EQ(std::get<CardReleased>(platform_.incidents[0]).slot, "/rp0");
  const std::vector<Object*> cards = slot_.cards();
  ASSERT_EQ(cards.size(), 2u);
  EXPECT_EQ(cards[0]->name(), "rng") << "who uses the other goes first";
  EXPECT_EQ(cards[1]->name(), "card");
}

TEST_F(PcieRootPortTest, ACardStaysWhenTheGuestKeepsIt) {
  add_cold_card();
  slot_.ask();
  control(kBlinks);
  control(kOn);
  ASSERT_EQ(platform_.incidents.size(), 1u);
  EXPECT_TRUE(std::holds_alternative<CardRefused>(platform_.incidents[0]));
  EXPECT_EQ(card(pci::kVendorId), kRng);
}

TEST_F(PcieRootPortTest, PowerComesBackToACardThatWasReset) {
  add_cold_card();
  enable_card();
  control(kBlinks | 1u << 10);
  control(kBlinks);
  EXPECT_EQ(card(pci::kVendorId), kRng);
  EXPECT_EQ(card(pci::kCommand) & 0xffff, 0u);
  EXPECT_EQ(status() & slot::kLinkChanged, slot::kLinkChanged);
}

TEST_F(PcieRootPortTest, AFaultCutsThePowerUntilItIsTurnedOff) {
  add_cold_card();
  const auto fault = [&](bool value) {
    expect_ok(set_property(rp0_, "power-fault", value, qapi::Spelling::Json));
  };
  fault(true);
  EXPECT_EQ(status() & ~1u, slot::kPresent | slot::kPowerFault | slot::kLinkChanged);
  EXPECT_EQ(card(pci::kVendorId), kNothing);
  fault(false);
  EXPECT_EQ(card(pci::kVendorId), kNothing) << "the controller does not try again by itself";
  control(kBlinks | 1u << 10);
  control(kBlinks);
  EXPECT_EQ(card(pci::kVendorId), kRng);
}

TEST_F(PcieRootPortTest, FunctionZeroComesLast) {
  ASSERT_TRUE(put("one", "0.1"));
  EXPECT_FALSE(slot_.has_card());
  add_card("0.0");
  slot_.update_presence();
  const Result<Object*> late = put("two", "0.2");
  EXPECT_EQ(
      error_of(late),
      "/two: function 0 of /rp0 is there already; while there is a guest it comes last"
  );
  EXPECT_EQ(error_of(put("again", "0.1")), "/again: /one is at 0.1 of /rp0 already");
  EXPECT_EQ(error_of(put("any", "")), "/any: /card is at 0.0 of /rp0 already");
  EXPECT_EQ(error_of(put("beyond", "1")), "/beyond: /rp0 has no device 1");
}

TEST_F(PcieRootPortTest, ALoadedPortIsAsItWas) {
  add_cold_card();
  enable_card();
  const std::string state = saved(rp0_);
  rp0_.reset();
  EXPECT_FALSE(shows());
  load(rp0_, state);
  EXPECT_TRUE(shows());
  EXPECT_EQ(card(pci::kVendorId), kRng);
}

/// The card's memory is that of the port's bus, where nothing else is.
TEST_F(PcieRootPortTest, SurvivesAnyWrite) {
  add_cold_card();
  std::mt19937 engine(7);
  const auto random = [&] { return static_cast<uint32_t>(engine()); };
  for (int i = 0; i < 20'000; ++i) {
    const unsigned size = 1u << random() % 3;
    const uint32_t value = random() % 3 == 0 ? random() % 256 : random();
    const unsigned offset = random() % 256 / size * size;
    switch (random() % 4) {
      case 0: set_port(offset, value, size); break;
      case 1: set(random() % 8, random() % 3, offset, value, size); break;
      case 2: slot_.ask(); break;
      default: (void)memory_.write(kRegisters + random() % 0x4000, &value, size); break;
    }
    host_.mmio_read(0, random() % 0x100'0000 & ~uint64_t{size - 1}, size);
  }
  EXPECT_EQ(port(pci::kVendorId, 4), 0x000c'1b36u);
}

}  // namespace
}  // namespace vm
