// SPDX-License-Identifier: Apache-2.0
//
// Virtio over PCI: VIRTIO 1.2, section 4.1; section numbers are its.

#include "generated/objects/virtio_pci.h"

#include "vm/devices/pci/pci_function.h"
#include "vm/devices/virtio/virtio_bus.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr auto kMsix = static_cast<unsigned>(api::VirtioPciPort::kMsix);
constexpr auto kModern = static_cast<unsigned>(api::VirtioPciPort::kModern);

constexpr unsigned kMsixBar = 1;
constexpr unsigned kModernBar = 4;

// 4.1.2.
constexpr uint16_t kVendor = 0x1af4;
constexpr uint16_t kFirstDevice = 0x1040;
constexpr uint8_t kRevision = 1;

// PCI Code and ID Assignment Specification 1.14, by the kind of device (VIRTIO 1.2, chapter 5).
constexpr unsigned kNet = 1;
constexpr unsigned kBlk = 2;
constexpr unsigned kConsole = 3;
constexpr uint32_t kEthernet = 0x02'00'00;
constexpr uint32_t kOtherStorage = 0x01'80'00;
constexpr uint32_t kOtherCommunication = 0x07'80'00;
constexpr uint32_t kUnclassified = 0x00'ff'00;

// Of a capability (4.1.4).
constexpr uint8_t kVendorSpecific = 0x09;
constexpr unsigned kCapLength = 2;
constexpr unsigned kCapType = 3;
constexpr unsigned kCapBar = 4;
constexpr unsigned kCapOffset = 8;
constexpr unsigned kCapSize = 12;
constexpr unsigned kCapEnd = 16;
constexpr unsigned kCapMultiplier = 16;  // of notifications
constexpr unsigned kCapData = 16;        // of access through the configuration space

enum CapabilityType : uint8_t {
  kCommonCfg = 1,
  kNotifyCfg = 2,
  kIsrCfg = 3,
  kDeviceCfg = 4,
  kPciCfg = 5,
};

// Where each is in the bar.
constexpr uint64_t kStructureSize = 0x1000;
constexpr uint64_t kIsrAt = 0x1000;
constexpr uint64_t kDeviceAt = 0x2000;
constexpr uint64_t kNotifyAt = 0x3000;
constexpr uint64_t kNotifyMultiplier = 4;

// 4.1.4.3.
enum Common : uint64_t {
  kDeviceFeatureSelect = 0x00,
  kDeviceFeature = 0x04,
  kDriverFeatureSelect = 0x08,
  kDriverFeature = 0x0c,
  kConfigVector = 0x10,
  kNumQueues = 0x12,
  kDeviceStatus = 0x14,
  kConfigGeneration = 0x15,
  kQueueSelect = 0x16,
  kQueueSize = 0x18,
  kQueueVector = 0x1a,
  kQueueEnable = 0x1c,
  kQueueNotifyOff = 0x1e,
  kQueueDesc = 0x20,
  kQueueDriver = 0x28,
  kQueueDevice = 0x30,
  kQueueNotifyData = 0x38,
  kQueueReset = 0x3a,
};

constexpr uint16_t kNoVector = 0xffff;
constexpr unsigned kMostVectors = 64;

// Of the interrupt status (4.1.4.5).
constexpr uint8_t kUsedBuffer = 1;
constexpr uint8_t kConfigChange = 2;

uint32_t class_of(const VirtioDevice& device) {
  switch (device.device_id()) {
    case kNet: return kEthernet;
    case kBlk: return kOtherStorage;
    case kConsole: return kOtherCommunication;
    default: return kUnclassified;
  }
}

class VirtioPci final : public Typed<VirtioBus, api::VirtioPciProps, api::VirtioPciState>,
                        public PciFunction {
 public:
  explicit VirtioPci(Platform& platform) : PciFunction(*this, platform, state_.pci) {}

  const AddressSpace& space() const override { return dma(); }

  CardSlot* slot() const override { return is_plugged_in() ? bus().card_slot() : nullptr; }

  std::vector<Device*> devices() override {
    if (VirtioBus::device() == nullptr) return {this};
    return {VirtioBus::device(), this};
  }

  void reset_by_bus() override {
    if (VirtioBus::device() != nullptr) VirtioBus::device()->reset();
    reset();
  }

  void queue_interrupt(unsigned queue) override {
    raise(
        kUsedBuffer,
        queue < state_.queue_vectors.size() ? state_.queue_vectors[queue] : kNoVector
    );
  }

  void config_interrupt() override { raise(kConfigChange, state_.config_vector); }

  void clear_interrupts() override {
    state_.isr = 0;
    set_interrupt(false);
    forget_vectors();
  }

  void reset() override {
    reset_function();
    state_.device_feature_select = 0;
    state_.driver_feature_select = 0;
    state_.queue_select = 0;
    state_.isr = 0;
    forget_vectors();
  }

  void on_loaded() override {
    state_.queue_vectors.resize(queues(), kNoVector);
    function_loaded();
  }

  uint32_t read_config(unsigned offset, unsigned size) override {
    if (offset == window_ + kCapData && window_ != 0) fill_window();
    return PciFunction::read_config(offset, size);
  }

  void write_config(unsigned offset, uint32_t value, unsigned size) override {
    PciFunction::write_config(offset, value, size);
    if (offset == window_ + kCapData && window_ != 0) empty_window();
  }

  uint64_t mmio_read(unsigned region, uint64_t offset, unsigned size) override {
    if (region == kMsix) return read_msix(offset, size);
    return VirtioBus::device() != nullptr ? read(*VirtioBus::device(), offset, size) : 0;
  }

  void mmio_write(unsigned region, uint64_t offset, uint64_t value, unsigned size) override {
    if (region == kMsix) return write_msix(offset, value, size);
    if (VirtioBus::device() != nullptr) write(*VirtioBus::device(), offset, value, size);
  }

 protected:
  Result<> on_realize() override {
    TRY(VirtioBus::on_realize());
    auto* const bus = props_.bus.get<PciBus>();
    if (bus == nullptr) return fail(path() + ": 'bus' must name a PCI bus");
    return plug_in(*bus, props_.addr, props_.multifunction);
  }

  void on_unrealize() override { pull_out(); }

  /// What the guest finds is the device.
  void on_device_changed() override {
    if (VirtioBus::device() == nullptr) {
      window_ = 0;
      if (is_plugged_in()) describe_nothing();
      return;
    }
    const VirtioDevice& card = *VirtioBus::device();
    describe({
        .vendor = kVendor,
        .device = static_cast<uint16_t>(kFirstDevice + card.device_id()),
        .revision = kRevision,
        .class_code = class_of(card),
        .subsystem_vendor = kVendor,
        .subsystem = kFirstDevice,
    });
    add_bar({.index = kMsixBar, .region = kMsix});
    add_bar({.index = kModernBar, .region = kModern, .is_64_bits = true, .is_prefetchable = true});
    add_express();
    add_msix(kMsixBar, std::min(card.queue_count() + 1, kMostVectors));
    add_capabilities();
    forget_vectors();
  }

 private:
  using Area = VirtioDevice::Area;
  using Half = VirtioDevice::Half;

  void add_capabilities() {
    add_capability(kCommonCfg, 0, kCapEnd);
    add_capability(kIsrCfg, kIsrAt, kCapEnd);
    add_capability(kDeviceCfg, kDeviceAt, kCapEnd);
    const unsigned notify = add_capability(kNotifyCfg, kNotifyAt, kCapEnd + 4);
    config().set(notify + kCapMultiplier, kNotifyMultiplier, 4);
    window_ = add_capability(kPciCfg, 0, kCapEnd + 4);
    config().let_write(window_ + kCapBar, 0xff, 1);
    config().let_write(window_ + kCapOffset, UINT32_MAX, 4);
    config().let_write(window_ + kCapSize, UINT32_MAX, 4);
    config().let_write(window_ + kCapData, UINT32_MAX, 4);
  }

  // Access to the bar through the configuration space (4.1.4.9), as long as it is a proper one.

  bool is_window_valid() {
    const uint32_t size = config().get(window_ + kCapSize, 4);
    const uint64_t offset = config().get(window_ + kCapOffset, 4);
    return config().get(window_ + kCapBar, 1) == kModernBar &&
           (size == 1 || size == 2 || size == 4) && offset % size == 0 &&
           offset + size <= VirtioPci::region(kModern).size;
  }

  void fill_window() {
    if (!is_window_valid()) return;
    const uint32_t size = config().get(window_ + kCapSize, 4);
    const uint64_t value = mmio_read(kModern, config().get(window_ + kCapOffset, 4), size);
    config().write(window_ + kCapData, static_cast<uint32_t>(value), size);
  }

  void empty_window() {
    if (!is_window_valid()) return;
    const uint32_t size = config().get(window_ + kCapSize, 4);
    const uint32_t value = config().get(window_ + kCapData, size);
    mmio_write(kModern, config().get(window_ + kCapOffset, 4), value, size);
  }

  unsigned add_capability(CapabilityType type, uint64_t offset, unsigned length) {
    const unsigned at = config().add_capability(kVendorSpecific, length);
    config().set(at + kCapLength, length, 1);
    config().set(at + kCapType, type, 1);
    config().set(at + kCapBar, kModernBar, 1);
    config().set(at + kCapOffset, static_cast<uint32_t>(offset), 4);
    config().set(at + kCapSize, kStructureSize, 4);
    return at;
  }

  unsigned queues() const {
    return VirtioBus::device() != nullptr ? VirtioBus::device()->queue_count() : 0;
  }

  void forget_vectors() {
    state_.config_vector = kNoVector;
    state_.queue_vectors.assign(queues(), kNoVector);
  }

  /// By a message or by the pin, never by both (4.1.5.1.3, 4.1.5.1.4).
  void raise(uint8_t cause, uint16_t vector) {
    if (has_msix()) return send(vector);
    state_.isr |= cause;
    set_interrupt(true);
  }

  // The bar.

  uint64_t read(const VirtioDevice& card, uint64_t offset, unsigned size) {
    if (offset >= kNotifyAt) return 0;
    if (offset >= kDeviceAt) return card.read_config(offset - kDeviceAt, size);
    if (offset >= kIsrAt) return offset == kIsrAt ? take_isr() : 0;
    if (size == 8) return read_common(card, offset) | read_common(card, offset + 4) << 32;
    return read_common(card, offset);
  }

  void write(VirtioDevice& card, uint64_t offset, uint64_t value, unsigned size) {
    if (offset >= kNotifyAt) return notify(card, offset - kNotifyAt, value, size);
    if (offset >= kDeviceAt) return card.write_config(offset - kDeviceAt, value, size);
    if (offset >= kIsrAt) return;
    write_common(card, offset, static_cast<uint32_t>(value));
    if (size == 8) write_common(card, offset + 4, static_cast<uint32_t>(value >> 32));
  }

  /// Reading acknowledges (4.1.4.5.1).
  uint8_t take_isr() {
    const uint8_t isr = state_.isr;
    state_.isr = 0;
    set_interrupt(false);
    return isr;
  }

  /// Each queue has an address of its own; what is written names it once more, or says more of it.
  static void notify(VirtioDevice& card, uint64_t offset, uint64_t value, unsigned size) {
    const uint64_t queue = offset / kNotifyMultiplier;
    if (queue >= card.queue_count()) return;
    const auto data = static_cast<uint32_t>(value);
    card.notify(
        size == 4 ? (data & 0xffff'0000) | static_cast<uint32_t>(queue)
                  : static_cast<uint32_t>(queue)
    );
  }

  // The common structure (4.1.4.3).

  uint64_t read_common(const VirtioDevice& card, uint64_t offset) const {
    switch (offset) {
      case kDeviceFeatureSelect: return state_.device_feature_select;
      case kDeviceFeature: return card.device_features(state_.device_feature_select);
      case kDriverFeatureSelect: return state_.driver_feature_select;
      case kDriverFeature: return card.driver_features(state_.driver_feature_select);
      case kConfigVector: return state_.config_vector;
      case kNumQueues: return card.queue_count();
      case kDeviceStatus: return card.status();
      case kConfigGeneration: return card.config_generation() & 0xff;
      case kQueueSelect: return state_.queue_select;
      default: return state_.queue_select < queues() ? read_queue(card, offset) : 0;
    }
  }

  uint64_t read_queue(const VirtioDevice& card, uint64_t offset) const {
    const unsigned queue = state_.queue_select;
    switch (offset) {
      case kQueueSize: return card.queue_size(queue);
      case kQueueVector: return state_.queue_vectors[queue];
      case kQueueEnable: return card.is_queue_ready(queue) ? 1 : 0;
      case kQueueNotifyOff:
      case kQueueNotifyData: return queue;
      default: break;
    }
    const std::optional<Area> area = area_at(offset);
    if (!area) return 0;
    const uint64_t at = card.queue_area(queue, *area);
    return static_cast<uint32_t>(half_at(offset) == Half::Low ? at : at >> 32);
  }

  static Half half_at(uint64_t offset) { return offset % 8 == 0 ? Half::Low : Half::High; }

  static std::optional<Area> area_at(uint64_t offset) {
    switch (offset / 8 * 8) {
      case kQueueDesc: return Area::Descriptor;
      case kQueueDriver: return Area::Driver;
      case kQueueDevice: return Area::Device;
      default: return std::nullopt;
    }
  }

  void write_common(VirtioDevice& card, uint64_t offset, uint32_t value) {
    switch (offset) {
      case kDeviceFeatureSelect: state_.device_feature_select = value; break;
      case kDriverFeatureSelect: state_.driver_feature_select = value; break;
      case kDriverFeature: card.set_driver_features(state_.driver_feature_select, value); break;
      case kConfigVector: state_.config_vector = vector(value); break;
      case kDeviceStatus: card.set_status(static_cast<uint8_t>(value)); break;
      case kQueueSelect: state_.queue_select = static_cast<uint16_t>(value); break;
      default:
        if (state_.queue_select < queues()) write_queue(card, offset, value);
        break;
    }
  }

  void write_queue(VirtioDevice& card, uint64_t offset, uint32_t value) {
    const unsigned queue = state_.queue_select;
    switch (offset) {
      case kQueueSize: card.set_queue_size(queue, static_cast<uint16_t>(value)); break;
      case kQueueVector: state_.queue_vectors[queue] = vector(value); break;
      case kQueueEnable:
        // 0 does not disable it (4.1.4.3.2).
        if (value == 1) card.set_queue_ready(queue, true);
        break;
      case kQueueReset:
        if (value == 1 && card.has_queue_reset()) card.reset_queue(queue);
        break;
      default: write_area(card, offset, value); break;
    }
  }

  void write_area(VirtioDevice& card, uint64_t offset, uint32_t value) const {
    const std::optional<Area> area = area_at(offset);
    if (!area) return;
    card.set_queue_area_half(state_.queue_select, *area, half_at(offset), value);
  }

  /// One that there is not reads back as none (4.1.4.3.1).
  uint16_t vector(uint32_t value) const {
    return value < vectors() ? static_cast<uint16_t>(value) : kNoVector;
  }

  unsigned window_ = 0;  // offset of the capability; 0 for none
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_pci(Platform& platform) {
  return std::make_unique<VirtioPci>(platform);
}

}  // namespace vm
