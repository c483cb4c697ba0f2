// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/virtio/virtio_balloon.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>

#include <sys/mman.h>

#include "vm/base/ticks.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/config_fields.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 5;
constexpr uint16_t kQueueSize = 128;
constexpr uint64_t kPage = 4096;  // of the guest's, whatever it uses itself (5.5.6)

// Feature bits (5.5.3).
constexpr unsigned kStatsQueue = 1;
constexpr unsigned kDeflateOnOom = 2;
constexpr unsigned kPageReporting = 5;

// Queues (5.5.2).
constexpr unsigned kInflate = 0;
constexpr unsigned kDeflate = 1;
constexpr unsigned kStats = 2;

constexpr uint64_t kActualAt = 4;  // of the configuration

/// A statistic (5.5.6.3), without padding.
constexpr size_t kStatSize = 10;

using Stats = api::BalloonStats;

/// The numbers by their tags (5.5.6.4).
constexpr std::optional<uint64_t> Stats::*kStatsByTag[] = {
    &Stats::stat_swap_in,
    &Stats::stat_swap_out,
    &Stats::stat_major_faults,
    &Stats::stat_minor_faults,
    &Stats::stat_free_memory,
    &Stats::stat_total_memory,
    &Stats::stat_available_memory,
    &Stats::stat_disk_caches,
    &Stats::stat_htlb_pgalloc,
    &Stats::stat_htlb_pgfail,
};

}  // namespace

VirtioBalloon::VirtioBalloon(Platform& platform)
    : VirtioCard(platform),
      poll_(platform.clock(), [this] {
        ask_for_stats();
        poll_later();
      }) {}

uint16_t VirtioBalloon::device_id() const {
  return kDeviceId;
}

std::vector<uint16_t> VirtioBalloon::queue_sizes() const {
  return std::vector<uint16_t>(props_.free_page_reporting ? 4 : 3, kQueueSize);
}

uint64_t VirtioBalloon::own_features() const {
  uint64_t features = virtio::bit(kStatsQueue);
  if (props_.deflate_on_oom) features |= virtio::bit(kDeflateOnOom);
  if (props_.free_page_reporting) features |= virtio::bit(kPageReporting);
  return features;
}

std::vector<uint8_t> VirtioBalloon::config() const {
  return ConfigFields().add(state_.num_pages).add(state_.actual).take();
}

void VirtioBalloon::on_config_written(uint64_t offset, std::span<const uint8_t> bytes) {
  if (offset != kActualAt || bytes.size() != sizeof(state_.actual)) return;
  const uint64_t before = actual();
  std::memcpy(&state_.actual, bytes.data(), bytes.size());  // both are little-endian
  if (actual() == before) return;
  platform().report(BalloonChanged{.actual = static_cast<int64_t>(actual())});
}

/// What is wanted may have been said before the driver came.
void VirtioBalloon::on_driver_reset() {
  state_.actual = 0;
}

void VirtioBalloon::on_power_on() {
  state_.num_pages = 0;
}

void VirtioBalloon::on_loaded() {
  VirtioCard::on_loaded();
  poll_later();
}

// The size.

uint64_t VirtioBalloon::memory_size() const {
  uint64_t size = 0;
  if (!is_realized()) return size;
  for (const FlatRange& range : bus().space().flat_view()->ranges()) {
    if (range.host != nullptr && !range.readonly) size += range.last - range.first + 1;
  }
  return size;
}

uint64_t VirtioBalloon::actual() const {
  const uint64_t all = memory_size();
  return all - std::min(all, state_.actual * kPage);
}

uint64_t VirtioBalloon::target() const {
  const uint64_t all = memory_size();
  return all - std::min(all, state_.num_pages * kPage);
}

void VirtioBalloon::set_target(uint64_t bytes) {
  const uint64_t all = memory_size();
  const uint64_t pages = (all - std::min(all, bytes)) / kPage;
  state_.num_pages = static_cast<uint32_t>(std::min<uint64_t>(pages, UINT32_MAX));
  config_changed();
}

// Pages.

void VirtioBalloon::handle_queue(unsigned queue) {
  const bool has_stats = has(kStatsQueue);
  if (queue == kInflate) return take_pages(queue, true);
  if (queue == kDeflate) return take_pages(queue, false);
  if (queue == kStats && has_stats) return take_stats(queue);
  // Queues of features that were not negotiated are left out (5.5.2).
  if (has(kPageReporting) && queue == (has_stats ? kStats + 1 : kStats)) take_reports(queue);
}

void VirtioBalloon::take_pages(unsigned queue, bool are_given) {
  while (const std::optional<VirtioBuffer> buffer = take(queue)) {
    BufferReader reader(memory(), buffer->readable);
    while (reader.left() >= sizeof(uint32_t)) {
      uint32_t page = 0;
      if (!reader.read_value(page)) return fault("a list of pages lies outside of memory");
      // What is taken back is there when it is touched.
      if (are_given) drop(page * kPage, kPage);
    }
    use(queue, *buffer, 0);
  }
  interrupt(queue);
}

/// What is reported is the buffer itself (5.5.6.7).
void VirtioBalloon::take_reports(unsigned queue) {
  while (const std::optional<VirtioBuffer> buffer = take(queue)) {
    for (const VirtioSegment& segment : buffer->writable) {
      drop(segment.at, segment.size);
    }
    use(queue, *buffer, 0);
  }
  interrupt(queue);
}

/// The host takes whole pages of its own back, and gives zeroes for them when they are touched.
void VirtioBalloon::drop(uint64_t at, uint64_t size) const {
  if (!memory().is_writable(at, size)) return;
  memory().for_each_piece(at, size, [](uint8_t* host, uint64_t piece) {
    const auto begin = (reinterpret_cast<uintptr_t>(host) + kPage - 1) / kPage * kPage;
    const auto end = (reinterpret_cast<uintptr_t>(host) + piece) / kPage * kPage;
    if (begin >= end) return;
    madvise(host + (begin - reinterpret_cast<uintptr_t>(host)), end - begin, MADV_DONTNEED);
  });
}

// Statistics: the guest leaves a buffer with them, and fills it anew when it gets it back.

void VirtioBalloon::take_stats(unsigned queue) {
  const std::optional<VirtioBuffer> buffer = take(queue);
  if (!buffer) return;
  BufferReader reader(memory(), buffer->readable);
  api::BalloonGuestStats told;
  while (reader.left() >= kStatSize) {
    uint16_t tag = 0;
    uint64_t value = 0;
    if (!reader.read_value(tag) || !reader.read_value(value)) {
      return fault("statistics lie outside of memory");
    }
    if (tag < std::size(kStatsByTag)) told.stats.*kStatsByTag[tag] = value;
  }
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  told.last_update = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  props_.guest_stats = told;
  put_back(queue, *buffer);
}

void VirtioBalloon::ask_for_stats() {
  if (!is_working() || !has(kStatsQueue)) return;
  const std::optional<VirtioBuffer> buffer = take(kStats);
  if (!buffer) return;
  use(kStats, *buffer, 0);
  interrupt(kStats);
}

void VirtioBalloon::poll_later() {
  if (props_.guest_stats_polling_interval == 0) return poll_.cancel();
  poll_.arm(platform().clock().now_ns() + props_.guest_stats_polling_interval * kNsPerSecond);
}

// Life.

Result<> VirtioBalloon::on_realize() {
  TRY(VirtioCard::on_realize());
  poll_later();
  return {};
}

Result<> VirtioBalloon::on_property_changed(std::string_view) {
  poll_later();
  return {};
}

void VirtioBalloon::on_unrealize() {
  poll_.cancel();
  VirtioCard::on_unrealize();
}

Result<std::unique_ptr<Object>> create_virtio_balloon(Platform& platform) {
  return std::make_unique<VirtioBalloon>(platform);
}

}  // namespace vm
