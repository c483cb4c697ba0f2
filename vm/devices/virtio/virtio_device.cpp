// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/virtio_device.h"

#include <algorithm>
#include <limits>
#include <utility>

#include <fmt/format.h>

namespace vm {

using virtio::bit;

VirtioDevice::VirtioDevice(Platform& platform)
    : platform_(platform),
      resume_(platform.clock(), [this] {
        on_resumed();
        handle_all_queues();
      }) {}

Result<> VirtioDevice::on_configure() {
  TRY(Device::on_configure());
  reset_common();
  return {};
}

Result<> VirtioDevice::on_realize() {
  TRY(Device::on_realize());
  bus_ = options().bus;
  if (bus_ == nullptr) return fail(fmt::format("{}: 'bus' must name a transport", path()));
  return bus_->attach(*this);
}

void VirtioDevice::on_unrealize() {
  resume_.cancel();
  bus_->detach();
  bus_ = nullptr;
}

// Features.

uint64_t VirtioDevice::offered() const {
  const VirtioOptions options = this->options();
  uint64_t features = own_features() | bit(virtio::kVersion1) | bit(virtio::kNotificationData) |
                      bit(virtio::kRingReset);
  if (options.packed) features |= bit(virtio::kRingPacked);
  if (options.event_idx) features |= bit(virtio::kEventIdx);
  if (options.indirect_desc) features |= bit(virtio::kIndirectDesc);
  if (options.access_platform) features |= bit(virtio::kAccessPlatform);
  return features;
}

uint32_t VirtioDevice::device_features(uint32_t word) const {
  return word < 2 ? static_cast<uint32_t>(offered() >> (32 * word)) : 0;
}

uint32_t VirtioDevice::driver_features(uint32_t word) const {
  return word < 2 ? static_cast<uint32_t>(common().features >> (32 * word)) : 0;
}

void VirtioDevice::set_driver_features(uint32_t word, uint32_t features) {
  api::VirtioState& state = common();
  // Once accepted they are what they are (3.1.1).
  if (word >= 2 || (state.status & virtio::kFeaturesOk) != 0) return;
  const uint64_t mask = uint64_t{UINT32_MAX} << (32 * word);
  state.features = (state.features & ~mask) | uint64_t{features} << (32 * word);
}

/// None that is not offered (2.2); what cannot do without the modern interface has to say so (6.1).
/// Who ignores that addresses are translated would write to the wrong ones (6.1).
bool VirtioDevice::accepts_features() const {
  const uint64_t features = common().features;
  const uint64_t needed = bit(virtio::kVersion1) | (offered() & bit(virtio::kAccessPlatform));
  return (features & ~offered()) == 0 && (features & needed) == needed;
}

// Status.

void VirtioDevice::set_status(uint8_t status) {
  if (status == 0) return reset_driver();
  api::VirtioState& state = common();
  const uint8_t before = state.status;
  // Drivers set bits, and clear none but by a reset (2.1.1). One is the device's.
  unsigned after = before | (status & ~unsigned{virtio::kNeedsReset});
  const unsigned added = after & ~unsigned{before};
  if ((added & virtio::kFeaturesOk) != 0 && !accepts_features()) {
    after &= ~unsigned{virtio::kFeaturesOk};
    platform_.log_guest(
        path(),
        fmt::format("features {:#x} are refused; {:#x} are offered", state.features, offered())
    );
  }
  if ((added & virtio::kDriverOk) != 0 && (after & virtio::kFeaturesOk) == 0) {
    after &= ~unsigned{virtio::kDriverOk};
    state.status = static_cast<uint8_t>(after);
    return fault("a driver is ready before its features are accepted");
  }
  state.status = static_cast<uint8_t>(after);
  if ((added & after & virtio::kDriverOk) != 0) start();
}

void VirtioDevice::start() {
  on_driver_ok();
  handle_all_queues();
}

bool VirtioDevice::is_working() const {
  constexpr uint8_t kMask = virtio::kDriverOk | virtio::kNeedsReset;
  return bus_ != nullptr && (common().status & kMask) == virtio::kDriverOk;
}

bool VirtioDevice::can_change_memory() {
  if (!is_working()) return false;
  if (platform_.clock().is_running()) return true;
  resume_.arm(platform_.clock().now_ns());
  return false;
}

void VirtioDevice::fault(std::string_view what) {
  api::VirtioState& state = common();
  if ((state.status & virtio::kNeedsReset) != 0) return;
  platform_.log_guest(path(), fmt::format("{}; the device needs a reset", what));
  const bool is_driver_ready = (state.status & virtio::kDriverOk) != 0;
  state.status |= virtio::kNeedsReset;
  if (is_driver_ready && bus_ != nullptr) bus_->config_interrupt();
}

// Life.

void VirtioDevice::reset_common() {
  const std::vector<uint16_t> sizes = queue_sizes();
  api::VirtioState& state = common();
  state = {};
  state.queues.resize(sizes.size());
  epochs_.resize(sizes.size());
  for (unsigned queue = 0; queue < sizes.size(); ++queue) {
    clear_queue(queue);
  }
}

void VirtioDevice::reset_driver() {
  reset_common();
  resume_.cancel();
  if (bus_ != nullptr) bus_->clear_interrupts();
  on_driver_reset();
}

void VirtioDevice::reset() {
  reset_driver();
  on_power_on();
}

/// The lengths of arrays are not declared: a file can hold any.
void VirtioDevice::on_loaded() {
  common().queues.resize(queue_sizes().size());
  for (uint64_t& epoch : epochs_) {
    ++epoch;
  }
  resume_.arm(platform_.clock().now_ns());
}

// Queues.

uint16_t VirtioDevice::most_descriptors(unsigned queue) const {
  return queue_sizes()[queue];
}

void VirtioDevice::reset_queue(unsigned queue) {
  clear_queue(queue);
  on_queue_reset(queue);
}

void VirtioDevice::clear_queue(unsigned queue) {
  api::VirtioQueueState& state = common().queues[queue];
  state = {};
  state.size = most_descriptors(queue);
  state.available_wrap = true;  // 2.8.1
  state.used_wrap = true;
  ++epochs_[queue];
}

/// Null while it is in use: then nothing of it changes (4.1.4.3.2, 4.2.2.2).
api::VirtioQueueState* VirtioDevice::queue_to_set(unsigned queue) {
  api::VirtioQueueState& state = common().queues[queue];
  return state.ready ? nullptr : &state;
}

void VirtioDevice::set_queue_size(unsigned queue, uint16_t size) {
  if (api::VirtioQueueState* state = queue_to_set(queue)) state->size = size;
}

namespace {

template <typename State>
auto& area_of(State& state, VirtioDevice::Area area) {
  switch (area) {
    case VirtioDevice::Area::Descriptor: return state.descriptor_area;
    case VirtioDevice::Area::Driver: return state.driver_area;
    case VirtioDevice::Area::Device: break;
  }
  return state.device_area;
}

}  // namespace

uint64_t VirtioDevice::queue_area(unsigned queue, Area area) const {
  return area_of(common().queues[queue], area);
}

void VirtioDevice::set_queue_area(unsigned queue, Area area, uint64_t at) {
  if (api::VirtioQueueState* state = queue_to_set(queue)) area_of(*state, area) = at;
}

void VirtioDevice::set_queue_area_half(unsigned queue, Area area, Half half, uint32_t value) {
  const uint64_t before = queue_area(queue, area);
  const uint64_t low = half == Half::Low ? value : before & UINT32_MAX;
  const uint64_t high = half == Half::High ? value : before >> 32;
  set_queue_area(queue, area, high << 32 | low);
}

void VirtioDevice::set_queue_ready(unsigned queue, bool ready) {
  api::VirtioQueueState& state = common().queues[queue];
  if (!ready) {
    if (!std::exchange(state.ready, false)) return;
    ++epochs_[queue];
    return on_queue_reset(queue);
  }
  if (state.ready) return;
  std::string_view wrong = fault_of(state, common().features);
  if (state.size > most_descriptors(queue)) wrong = "is larger than it may be";
  if (!wrong.empty()) return fault(fmt::format("queue {} {}", queue, wrong));
  state.ready = true;
}

/// A state that was loaded can say anything.
bool VirtioDevice::is_usable(unsigned queue) const {
  const api::VirtioQueueState& state = common().queues[queue];
  return is_working() && state.ready && fault_of(state, common().features).empty();
}

void VirtioDevice::notify(uint32_t what) {
  const uint32_t queue = has(virtio::kNotificationData) ? what & UINT16_MAX : what;
  // Before the driver is ready notifications mean nothing (2.1.2).
  if (queue < queue_count() && is_usable(queue)) handle_queue(queue);
}

void VirtioDevice::handle_all_queues() {
  for (unsigned queue = 0; queue < queue_count(); ++queue) {
    if (is_usable(queue)) handle_queue(queue);
  }
}

std::optional<VirtioBuffer> VirtioDevice::take(unsigned queue) {
  if (!is_usable(queue)) return {};
  const GuestMemory memory = this->memory();
  Virtqueue ring(common().queues[queue], memory, common().features);
  Result<std::optional<VirtioBuffer>> taken = ring.take();
  if (!taken) {
    fault(fmt::format("queue {}: {}", queue, taken.error().desc));
    return {};
  }
  std::optional<VirtioBuffer> buffer = *std::move(taken);
  if (buffer) buffer->epoch = epochs_[queue];
  return buffer;
}

bool VirtioDevice::is_current(unsigned queue, const VirtioBuffer& buffer) const {
  return buffer.epoch == epochs_[queue];
}

void VirtioDevice::put_back(unsigned queue, const VirtioBuffer& buffer) {
  if (!is_current(queue, buffer)) return;
  const GuestMemory memory = this->memory();
  Virtqueue(common().queues[queue], memory, common().features).put_back(buffer);
}

namespace {

std::vector<api::VirtioSegmentState> saved(const std::vector<VirtioSegment>& segments) {
  std::vector<api::VirtioSegmentState> states;
  states.reserve(segments.size());
  for (const VirtioSegment& segment : segments) {
    states.push_back({.at = segment.at, .size = segment.size});
  }
  return states;
}

std::vector<VirtioSegment> restored(const std::vector<api::VirtioSegmentState>& states) {
  std::vector<VirtioSegment> segments;
  segments.reserve(states.size());
  for (const api::VirtioSegmentState& state : states) {
    segments.push_back({.at = state.at, .size = state.size});
  }
  return segments;
}

}  // namespace

api::VirtioBufferState VirtioDevice::saved(const VirtioBuffer& buffer) {
  return {
      .id = buffer.id,
      .descriptors = buffer.descriptors,
      .readable = vm::saved(buffer.readable),
      .writable = vm::saved(buffer.writable),
  };
}

VirtioBuffer VirtioDevice::restored(unsigned queue, const api::VirtioBufferState& state) const {
  return {
      .id = state.id,
      .descriptors = state.descriptors,
      .epoch = epochs_[queue],
      .readable = vm::restored(state.readable),
      .writable = vm::restored(state.writable),
  };
}

void VirtioDevice::use(unsigned queue, const VirtioBuffer& buffer, uint64_t written) {
  if (!is_current(queue, buffer) || !is_usable(queue)) return;
  const GuestMemory memory = this->memory();
  Virtqueue ring(common().queues[queue], memory, common().features);
  const auto length = static_cast<uint32_t>(std::min<uint64_t>(written, UINT32_MAX));
  const Result<> used = ring.use(buffer, length);
  if (!used) fault(fmt::format("queue {}: {}", queue, used.error().desc));
}

void VirtioDevice::interrupt(unsigned queue) {
  if (!is_usable(queue)) return;
  const GuestMemory memory = this->memory();
  Virtqueue ring(common().queues[queue], memory, common().features);
  const Result<bool> wanted = ring.wants_interrupt();
  if (!wanted) return fault(fmt::format("queue {}: {}", queue, wanted.error().desc));
  if (*wanted) bus_->queue_interrupt(queue);
}

// Configuration.

uint64_t VirtioDevice::read_config(uint64_t offset, unsigned size) const {
  const std::vector<uint8_t> fields = config();
  uint64_t value = 0;
  for (unsigned i = 0; i < size && offset + i < fields.size(); ++i) {
    value |= uint64_t{fields[offset + i]} << (8 * i);
  }
  return value;
}

void VirtioDevice::write_config(uint64_t offset, uint64_t value, unsigned size) {
  std::vector<uint8_t> bytes;
  for (unsigned i = 0; i < size; ++i) {
    bytes.push_back(static_cast<uint8_t>(value >> (8 * i)));
  }
  on_config_written(offset, bytes);
}

void VirtioDevice::config_changed() {
  ++common().generation;
  if (is_working()) bus_->config_interrupt();
}

}  // namespace vm
