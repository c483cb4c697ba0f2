// SPDX-License-Identifier: Apache-2.0
//
// VirtioBench is memory and an empty transport for a virtio device under test, and plays the
// guest's driver: it sets the device up and has queues, split or packed.
//
//   VirtioBench bench;
//   bench.platform.add<Device>("virtio-rng", "rng", {{"bus", "slot"}});
//   bench.start({.features = 0});
//   DriverQueue& queue = bench.queue(0);
//   queue.add({bench.writable(16)});
//   bench.notify(0);
//   EXPECT_EQ(queue.next_used()->written, 16u);

#pragma once

#include <cstring>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "tests/unit/support/fake_platform.h"
#include "tests/unit/support/irq_line.h"
#include "vm/devices/address_space.h"
#include "vm/devices/device.h"
#include "vm/devices/virtio/features.h"

namespace vm {

constexpr uint64_t kBenchRam = 0x8000'0000;
constexpr uint64_t kBenchRamSize = 4 << 20;

/// Guest memory, as the guest sees it.
class BenchMemory {
 public:
  explicit BenchMemory(const AddressSpace& space) : space_(space) {}

  template <typename Value>
  Value get(uint64_t at) const {
    Value value{};
    expect_ok(space_.read(at, &value, sizeof(value)));
    return value;
  }
  template <typename Value>
  void set(uint64_t at, Value value) const {
    expect_ok(space_.write(at, &value, sizeof(value)));
  }
  std::string text(uint64_t at, size_t size) const {
    std::string bytes(size, '?');
    expect_ok(space_.read(at, bytes.data(), size));
    return bytes;
  }
  void put(uint64_t at, const std::string& bytes) const {
    expect_ok(space_.write(at, bytes.data(), bytes.size()));
  }

 private:
  const AddressSpace& space_;
};

/// A part of a buffer.
struct Piece {
  uint64_t at = 0;
  uint32_t size = 0;
  bool is_written = false;  ///< by the device
};

/// What the device gave back.
struct UsedBuffer {
  uint32_t id = 0;
  uint32_t written = 0;
};

/// The driver's end of a virtqueue.
class DriverQueue {
 public:
  DriverQueue(const BenchMemory& memory, uint64_t base, uint16_t most, bool is_packed)
      : size(most),
        descriptors(base),
        driver_area(base + 0x4000),
        device_area(base + 0x6000),
        memory_(memory),
        is_packed_(is_packed) {}

  /// Makes a buffer available; with a table of its own, `table` says where that may be.
  uint16_t add(const std::vector<Piece>& pieces, uint64_t table = 0) {
    return is_packed_ ? add_packed(pieces, table) : add_split(pieces, table);
  }

  std::optional<UsedBuffer> next_used() { return is_packed_ ? used_packed() : used_split(); }

  /// When event indices were negotiated: interrupt from now on for the next used buffer.
  void want_interrupt() const {
    if (is_packed_) {
      memory_.set<uint16_t>(driver_area, static_cast<uint16_t>(used_ | unsigned{used_wrap_} << 15));
      memory_.set<uint16_t>(driver_area + 2, 2);
    } else {
      memory_.set(driver_area + 4 + 2 * uint64_t{size}, used_);
    }
  }

  const uint16_t size;
  const uint64_t descriptors;
  const uint64_t driver_area;
  const uint64_t device_area;

 private:
  static constexpr uint16_t kAvailable = 1 << 7;
  static constexpr uint16_t kUsed = 1 << 15;

  static uint16_t flags_of(const Piece& piece, bool has_next) {
    return static_cast<uint16_t>((piece.is_written ? 2 : 0) | (has_next ? 1 : 0));
  }

  uint16_t add_split(const std::vector<Piece>& pieces, uint64_t table) {
    const uint64_t at = table != 0 ? table : descriptors;
    const auto head = table != 0 ? uint16_t{0} : next_;
    for (size_t i = 0; i < pieces.size(); ++i) {
      const auto index = static_cast<uint16_t>((head + i) % size);
      const bool has_next = i + 1 < pieces.size();
      set_split(at, index, pieces[i].at, pieces[i].size, flags_of(pieces[i], has_next));
    }
    const uint16_t id = next_;
    if (table != 0) set_split(descriptors, id, table, 16 * uint32_t(pieces.size()), 4);
    next_ = static_cast<uint16_t>((next_ + (table != 0 ? 1 : pieces.size())) % size);
    memory_.set(driver_area + 4 + 2 * uint64_t(available_ % size), id);
    memory_.set(driver_area + 2, ++available_);
    return id;
  }

  void set_split(uint64_t table, uint16_t index, uint64_t at, uint32_t length, uint16_t flags)
      const {
    const uint64_t slot = table + 16 * uint64_t{index};
    memory_.set(slot, at);
    memory_.set(slot + 8, length);
    memory_.set(slot + 12, flags);
    memory_.set(slot + 14, static_cast<uint16_t>((index + 1) % size));
  }

  std::optional<UsedBuffer> used_split() {
    if (memory_.get<uint16_t>(device_area + 2) == used_) return {};
    const uint64_t element = device_area + 4 + 8 * uint64_t(used_ % size);
    ++used_;
    return UsedBuffer{memory_.get<uint32_t>(element), memory_.get<uint32_t>(element + 4)};
  }

  uint16_t add_packed(const std::vector<Piece>& pieces, uint64_t table) {
    const uint16_t id = next_id_++;
    const uint16_t first = next_;
    const bool first_wrap = wrap_;
    uint16_t first_flags = 0;
    const auto put = [&](const Piece& piece, uint16_t flags) {
      const uint64_t slot = descriptors + 16 * uint64_t{next_};
      memory_.set(slot, piece.at);
      memory_.set(slot + 8, piece.size);
      memory_.set(slot + 12, id);
      flags |= wrap_ ? kAvailable : kUsed;
      if (next_ == first && wrap_ == first_wrap)
        first_flags = flags;
      else
        memory_.set(slot + 14, flags);
      if (++next_ == size) {
        next_ = 0;
        wrap_ = !wrap_;
      }
    };
    if (table != 0) {
      for (size_t i = 0; i < pieces.size(); ++i) {
        memory_.set(table + 16 * i, pieces[i].at);
        memory_.set(table + 16 * i + 8, pieces[i].size);
        memory_.set(table + 16 * i + 14, flags_of(pieces[i], false));
      }
      put({.at = table, .size = 16 * uint32_t(pieces.size())}, 4);
    } else {
      for (size_t i = 0; i < pieces.size(); ++i) {
        put(pieces[i], flags_of(pieces[i], i + 1 < pieces.size()));
      }
    }
    lengths_.push_back({id, static_cast<uint16_t>(table != 0 ? 1 : pieces.size())});
    memory_.set(descriptors + 16 * uint64_t{first} + 14, first_flags);
    return id;
  }

  std::optional<UsedBuffer> used_packed() {
    const uint64_t slot = descriptors + 16 * uint64_t{used_};
    const auto flags = memory_.get<uint16_t>(slot + 14);
    const bool available = (flags & kAvailable) != 0;
    const bool used = (flags & kUsed) != 0;
    if (available != used || used != used_wrap_) return {};
    const UsedBuffer buffer{memory_.get<uint16_t>(slot + 12), memory_.get<uint32_t>(slot + 8)};
    const auto found = std::find_if(lengths_.begin(), lengths_.end(), [&](const auto& each) {
      return each.first == buffer.id;
    });
    EXPECT_NE(found, lengths_.end()) << "buffer " << buffer.id << " was not made available";
    if (found == lengths_.end()) return {};
    const unsigned following = used_ + unsigned{found->second};
    lengths_.erase(found);
    if (following >= size) used_wrap_ = !used_wrap_;
    used_ = static_cast<uint16_t>(following % size);
    return buffer;
  }

  const BenchMemory& memory_;
  bool is_packed_;
  uint16_t next_ = 0;       // descriptor
  uint16_t available_ = 0;  // index of a split ring
  uint16_t used_ = 0;
  bool wrap_ = true;
  bool used_wrap_ = true;
  uint16_t next_id_ = 0;
  std::vector<std::pair<uint16_t, uint16_t>> lengths_;  // of packed buffers, by their ids
};

class VirtioBench {
 public:
  // 4.2.2.
  enum Register : uint64_t {
    kDeviceId = 0x008,
    kDeviceFeatures = 0x010,
    kDeviceFeaturesSel = 0x014,
    kDriverFeatures = 0x020,
    kDriverFeaturesSel = 0x024,
    kQueueSel = 0x030,
    kQueueNumMax = 0x034,
    kQueueNum = 0x038,
    kQueueReady = 0x044,
    kQueueNotify = 0x050,
    kInterruptStatus = 0x060,
    kInterruptAck = 0x064,
    kStatus = 0x070,
    kQueueDesc = 0x080,
    kQueueDriver = 0x090,
    kQueueDevice = 0x0a0,
    kQueueReset = 0x0c0,
    kConfigGeneration = 0x0fc,
    kConfig = 0x100,
  };

  struct Setup {
    uint64_t features = 0;  ///< wanted beside VIRTIO_F_VERSION_1
    uint16_t queue_size = 16;
  };

  explicit VirtioBench(std::span<const ObjectType> types = object_table()) : platform(types) {
    expect_ok(space.map({.region = &ram.region(0), .at = kBenchRam}));
    platform.clock().start();
  }
  ~VirtioBench() { space.unmap({.region = &ram.region(0), .at = kBenchRam}); }

  uint32_t read(uint64_t offset) { return static_cast<uint32_t>(slot.mmio_read(0, offset, 4)); }
  void write(uint64_t offset, uint32_t value) { slot.mmio_write(0, offset, value, 4); }
  uint64_t config(uint64_t offset, unsigned size) {
    return slot.mmio_read(0, kConfig + offset, size);
  }

  uint64_t device_features() {
    write(kDeviceFeaturesSel, 1);
    const uint64_t high = read(kDeviceFeatures);
    write(kDeviceFeaturesSel, 0);
    return high << 32 | read(kDeviceFeatures);
  }

  void set_features(uint64_t features) {
    write(kStatus, virtio::kAcknowledge | virtio::kDriver);
    for (const uint32_t word : {0u, 1u}) {
      write(kDriverFeaturesSel, word);
      write(kDriverFeatures, static_cast<uint32_t>(features >> (32 * word)));
    }
    write(kStatus, read(kStatus) | virtio::kFeaturesOk);
  }

  /// As a driver does, up to DRIVER_OK. False when the features are refused.
  bool start(const Setup& setup) {
    const std::lock_guard hold(platform.machine_lock());
    write(kStatus, 0);
    set_features(setup.features | virtio::bit(virtio::kVersion1));
    if ((read(kStatus) & virtio::kFeaturesOk) == 0) return false;
    set_up_queues(setup);
    write(kStatus, read(kStatus) | virtio::kDriverOk);
    return true;
  }

  DriverQueue& queue(unsigned number) { return queues_.at(number); }
  bool has_queue(unsigned number) const { return number < queues_.size(); }

  void notify(unsigned number) {
    const std::lock_guard hold(platform.machine_lock());
    write(kQueueNotify, number);
  }

  /// What comes back from a queue.
  std::optional<UsedBuffer> wait_used(unsigned number) {
    std::optional<UsedBuffer> used;
    platform.run_until([&] {
      const std::lock_guard hold(platform.machine_lock());
      used = queue(number).next_used();
      return used.has_value();
    });
    return used;
  }

  bool needs_reset() { return (read(kStatus) & virtio::kNeedsReset) != 0; }

  /// Room in memory that nothing else uses.
  Piece writable(uint32_t size) { return {.at = allocate(size), .size = size, .is_written = true}; }
  Piece readable(const std::string& bytes) {
    const Piece piece{.at = allocate(bytes.size()), .size = static_cast<uint32_t>(bytes.size())};
    memory.put(piece.at, bytes);
    return piece;
  }
  uint64_t allocate(uint64_t size) {
    const uint64_t at = free_;
    free_ += (size + 15) / 16 * 16;
    EXPECT_LE(free_, kBenchRam + kBenchRamSize);
    return at;
  }

  FakePlatform platform;
  AddressSpace& space = platform.add<devices::AddressSpaceDevice>("address-space", "bus").space();
  Device& ram = platform.add<Device>("ram", "ram", {{"size", kBenchRamSize}});
  Device& slot = platform.add<Device>("virtio-mmio", "slot", {{"space", "bus"}});
  IrqLine irq{slot.irq_out(0)};
  BenchMemory memory{space};

 private:
  static constexpr uint64_t kQueueRoom = 0x8000;

  void set_up_queues(const Setup& setup) {
    const bool is_packed = (setup.features >> virtio::kRingPacked & 1) != 0;
    queues_.clear();
    for (uint32_t number = 0;; ++number) {
      write(kQueueSel, number);
      const uint32_t most = read(kQueueNumMax);
      if (most == 0) return;
      const auto size = static_cast<uint16_t>(std::min<uint32_t>(most, setup.queue_size));
      const uint64_t base = kBenchRam + kQueueRoom * number;
      memory.put(base, std::string(kQueueRoom, '\0'));
      const DriverQueue& made = queues_.emplace_back(memory, base, size, is_packed);
      write(kQueueNum, size);
      write_address(kQueueDesc, made.descriptors);
      write_address(kQueueDriver, made.driver_area);
      write_address(kQueueDevice, made.device_area);
      write(kQueueReady, 1);
    }
  }

  void write_address(uint64_t at, uint64_t address) {
    write(at, static_cast<uint32_t>(address));
    write(at + 4, static_cast<uint32_t>(address >> 32));
  }

  std::deque<DriverQueue> queues_;
  uint64_t free_ = kBenchRam + (1 << 20);
};

}  // namespace vm
