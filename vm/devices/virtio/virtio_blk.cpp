// SPDX-License-Identifier: Apache-2.0
//
// The block device: VIRTIO 1.2, section 5.2. What is moved goes by way of a buffer of the host's:
// the disk's threads never touch guest memory, which may be unplugged meanwhile.

#include "generated/objects/virtio_blk.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cerrno>
#include <deque>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "vm/backends/block.h"
#include "vm/devices/virtio/blk_request.h"
#include "vm/devices/virtio/buffer_stream.h"
#include "vm/devices/virtio/config_fields.h"
#include "vm/devices/virtio/virtio_device.h"

namespace vm {
namespace {

constexpr uint16_t kDeviceId = 2;

// Feature bits (5.2.3).
constexpr unsigned kSizeMax = 1;
constexpr unsigned kSegMax = 2;
constexpr unsigned kGeometry = 4;
constexpr unsigned kReadOnly = 5;
constexpr unsigned kBlockSize = 6;
constexpr unsigned kFlush = 9;
constexpr unsigned kTopology = 10;
constexpr unsigned kConfigWce = 11;
constexpr unsigned kMultiQueue = 12;
constexpr unsigned kDiscard = 13;
constexpr unsigned kWriteZeroes = 14;

constexpr uint64_t kWritebackAt = 32;  // of the configuration (5.2.4)

constexpr unsigned kMostQueues = 8;

// Descriptors that a request needs beside those of its data.
constexpr unsigned kOverhead = 2;
constexpr uint32_t kLargestSegment = 64 << 10;
constexpr uint32_t kMostSegments = 16;               // of discard and write zeroes
constexpr uint32_t kMostSectors = (1u << 30) / 512;  // in each of them
constexpr uint64_t kMostBytesInFlight = 64 << 20;

// A geometry that says little, as those of all disks of today.
constexpr uint64_t kHeads = 16;
constexpr uint64_t kSectorsPerTrack = 63;

// Of guest time: so that the guest is stopped before it is tried again.
constexpr uint64_t kRetryDelayNs = 1'000'000;

api::BlockErrorAction action_on(api::BlockdevOnError policy, int error) {
  switch (policy) {
    case api::BlockdevOnError::Report: break;
    case api::BlockdevOnError::Ignore: return api::BlockErrorAction::Ignore;
    case api::BlockdevOnError::Enospc:
      return error == ENOSPC ? api::BlockErrorAction::Stop : api::BlockErrorAction::Report;
    case api::BlockdevOnError::Stop: return api::BlockErrorAction::Stop;
  }
  return api::BlockErrorAction::Report;
}

class VirtioBlk final : public VirtioCard<api::VirtioBlkProps, api::VirtioBlkState>,
                        public BlockUser {
 public:
  explicit VirtioBlk(Platform& platform)
      : VirtioCard(platform),
        retry_(platform.clock(), [this] { try_again(); }) {}

  uint16_t device_id() const override { return kDeviceId; }

  void on_loaded() override {
    waiting_.clear();
    if (!state_.failed.empty()) try_again_when_guest_runs();
    VirtioCard::on_loaded();
  }

  void on_ready() override {
    while (!waiting_.empty()) {
      const std::shared_ptr<BlkRequest> request = waiting_.front();
      if (!submit(request)) return;
      waiting_.pop_front();
    }
    handle_all_queues();
  }

  void on_resized() override { config_changed(); }

 protected:
  std::vector<uint16_t> queue_sizes() const override {
    return std::vector<uint16_t>(props_.num_queues, props_.queue_size);
  }

  uint64_t own_features() const override {
    uint64_t features = 0;
    for (const unsigned feature : {kSizeMax, kSegMax, kGeometry, kBlockSize, kFlush, kTopology}) {
      features |= virtio::bit(feature);
    }
    if (is_read_only()) return features | virtio::bit(kReadOnly) | multi_queue();
    features |= virtio::bit(kConfigWce);
    if (props_.discard) features |= virtio::bit(kDiscard);
    if (props_.write_zeroes) features |= virtio::bit(kWriteZeroes);
    return features | multi_queue();
  }

  std::vector<uint8_t> config() const override {
    const uint64_t cylinders = sectors() / (kHeads * kSectorsPerTrack);
    const uint32_t block = props_.logical_block_size;
    const auto exponent = std::countr_zero(props_.physical_block_size / block);
    return ConfigFields()
        .add(sectors())
        .add(kLargestSegment)
        .add(uint32_t{most_segments()})
        .add(static_cast<uint16_t>(std::min<uint64_t>(cylinders, UINT16_MAX)))
        .add(static_cast<uint8_t>(kHeads))
        .add(static_cast<uint8_t>(kSectorsPerTrack))
        .add(block)
        .add(static_cast<uint8_t>(exponent))
        .add(uint8_t{0})  // the first physical block begins with the first logical one
        .add(static_cast<uint16_t>(1 << exponent))
        .add(props_.opt_io_size / block)
        .add(uint8_t{state_.writeback})
        .pad(1)
        .add(props_.num_queues)
        .add(kMostSectors)
        .add(kMostSegments)
        .add(static_cast<uint32_t>(block / kBlkSector))
        .add(kMostSectors)
        .add(kMostSegments)
        .add(uint8_t{1})  // may unmap
        .pad(3)
        .take();
  }

  void on_config_written(uint64_t offset, std::span<const uint8_t> bytes) override {
    if (offset != kWritebackAt || !has(kConfigWce)) return;
    state_.writeback = (bytes[0] & 1) != 0;
  }

  void on_driver_reset() override {
    state_.writeback = props_.write_cache;
    for (unsigned queue = 0; queue < props_.num_queues; ++queue) {
      on_queue_reset(queue);
    }
  }

  void on_queue_reset(unsigned queue) override {
    std::erase_if(waiting_, [queue](const auto& request) { return request->queue == queue; });
    std::erase_if(state_.failed, [queue](const auto& request) { return request.queue == queue; });
    queues_[queue].abandoned = queues_[queue].in_flight;
  }

  void handle_queue(unsigned queue) override {
    // What is still under way for a driver that has gone must not overtake the next one's.
    while (!has_abandoned() && waiting_.empty() && bytes_in_flight_ < kMostBytesInFlight) {
      std::optional<VirtioBuffer> buffer = take(queue);
      if (!buffer) break;
      begin(queue, *std::move(buffer));
    }
  }

  Result<> on_configure() override {
    for (const auto& [property, value] : {
             std::pair("queue-size", uint64_t{props_.queue_size}),
             std::pair("logical-block-size", uint64_t{props_.logical_block_size}),
             std::pair("physical-block-size", uint64_t{props_.physical_block_size}),
         }) {
      if (std::has_single_bit(value)) continue;
      return fail(fmt::format("{}.{}: {} is no power of two", name(), property, value));
    }
    if (props_.physical_block_size < props_.logical_block_size) {
      return fail(name() + ".physical-block-size is less than logical-block-size");
    }
    if (props_.rerror == api::BlockdevOnError::Enospc) {
      return fail(name() + ".rerror: reading needs no room; 'stop' stops the guest at any error");
    }
    TRY(VirtioCard::on_configure());
    state_.writeback = props_.write_cache;
    return {};
  }

  Result<> on_realize() override {
    drive_ = linked<Blockdev>(props_.drive);
    if (drive_ == nullptr) return fail(fmt::format("{}: 'drive' must name a node", path()));
    TRY(drive_->attach(
        *this,
        path(),
        drive_->is_read_only() ? BlockAccess::Read : BlockAccess::ReadWrite
    ));
    Result<> done = VirtioCard::on_realize();
    if (!done) drive_->detach(*this);
    return done;
  }

  void on_unrealize() override {
    VirtioCard::on_unrealize();  // first: what ends now is nobody's
    retry_.cancel();
    waiting_.clear();
    drive_->detach(*this);
    drive_ = nullptr;
    bytes_in_flight_ = 0;
  }

 private:
  uint64_t multi_queue() const { return props_.num_queues > 1 ? virtio::bit(kMultiQueue) : 0; }
  bool is_read_only() const { return drive_ != nullptr && drive_->is_read_only(); }
  uint32_t most_segments() const { return std::max<uint32_t>(props_.queue_size, 3) - kOverhead; }

  /// Whole blocks.
  uint64_t sectors() const {
    const uint64_t size = drive_ != nullptr ? drive_->size() : 0;
    return size / props_.logical_block_size * (props_.logical_block_size / kBlkSector);
  }

  /// Without a driver that flushes nothing stays in a cache (5.2.6.2).
  bool has_cache() const { return has(kConfigWce) ? state_.writeback : has(kFlush); }

  BlkLimits limits() const {
    return {
        .sectors = sectors(),
        .block_size = props_.logical_block_size,
        .is_read_only = is_read_only(),
        .has_discard = has(kDiscard),
        .has_write_zeroes = has(kWriteZeroes),
        .may_unmap = true,
        .flushes_each_write = !has_cache(),
        .most_bytes = uint64_t{kLargestSegment} * most_segments(),
        .most_sectors = kMostSectors,
        .most_segments = kMostSegments,
        .serial = props_.serial,
    };
  }

  bool has_abandoned() const {
    return std::ranges::any_of(queues_, [](const Queue& queue) { return queue.abandoned > 0; });
  }

  void begin(unsigned queue, VirtioBuffer buffer) {
    auto request = std::make_shared<BlkRequest>();
    request->buffer = std::move(buffer);
    request->queue = queue;
    if (parse_blk_request(*request, memory(), limits())) return run(request);
    fault("a request has no header, no room for its status, or is not in memory");
  }

  void run(const std::shared_ptr<BlkRequest>& request) {
    if (request->next_step == request->steps.size()) return complete(*request);
    if (!submit(request)) waiting_.push_back(request);
  }

  bool submit(const std::shared_ptr<BlkRequest>& request) {
    BlockRequest step = request->steps[request->next_step];
    step.done = [this, request](int error) { step_done(request, error); };
    if (!drive_->submit(std::move(step))) return false;
    ++queues_[request->queue].in_flight;
    bytes_in_flight_ += request->data.size();
    return true;
  }

  void step_done(const std::shared_ptr<BlkRequest>& request, int error) {
    Queue& queue = queues_[request->queue];
    --queue.in_flight;
    bytes_in_flight_ -= request->data.size();
    if (queue.abandoned > 0) {
      if (--queue.abandoned == 0) handle_all_queues();
      return;
    }
    if (!is_working()) return;
    const auto kind = request->steps[request->next_step++].kind;
    if (error == 0 || goes_on(*request, kind, error)) run(request);
    handle_queue(request->queue);
  }

  /// After a step has failed. If not, the request is kept.
  bool goes_on(BlkRequest& request, BlockRequest::Kind failed, int error) {
    switch (report(failed, error)) {
      case api::BlockErrorAction::Ignore: return true;
      case api::BlockErrorAction::Report:
        request.status = BlkStatus::IoError;
        request.next_step = request.steps.size();
        return true;
      case api::BlockErrorAction::Stop: break;
    }
    const auto queue = static_cast<uint16_t>(request.queue);
    state_.failed.push_back({.queue = queue, .buffer = saved(request.buffer)});
    try_again_when_guest_runs();
    return false;
  }

  api::BlockErrorAction report(BlockRequest::Kind failed, int error) {
    const bool is_read = failed == BlockRequest::Kind::Read;
    const api::BlockErrorAction action = action_on(is_read ? props_.rerror : props_.werror, error);
    platform().report(DiskFailed{
        .device = path(),
        .node = drive_->node_name(),
        .operation = is_read ? api::IoOperationType::Read : api::IoOperationType::Write,
        .action = action,
        .nospace = error == ENOSPC,
        .reason = std::generic_category().message(error),
    });
    return action;
  }

  /// Guest time stands still while the guest is stopped: the timer rings when it goes on.
  void try_again_when_guest_runs() { retry_.arm(platform().clock().now_ns() + kRetryDelayNs); }

  /// From their start, which does no harm: what they did before they do once more.
  void try_again() {
    for (const api::VirtioBlkFailed& request : std::exchange(state_.failed, {})) {
      if (!is_working()) return;
      if (request.queue >= props_.num_queues)
        return fault("what is to be tried again has no queue");
      begin(request.queue, restored(request.queue, request.buffer));
    }
  }

  void complete(const BlkRequest& request) {
    if (!is_current(request.queue, request.buffer) || !is_working()) return;
    BufferWriter writer(memory(), request.buffer.writable);
    const bool returns_data = request.returns_data && request.status == BlkStatus::Ok;
    bool written = !returns_data || writer.write(request.data);
    written = written && writer.skip(writer.left() - 1) && writer.write_value(request.status);
    if (!written) return fault("a request lies outside of memory");
    // Only what follows the start without a gap counts.
    const uint64_t room = size_of(request.buffer.writable);
    const uint64_t data = returns_data ? request.data.size() : 0;
    use(request.queue, request.buffer, data + 1 == room ? room : data);
    interrupt(request.queue);
  }

  /// What the disk is at, of one queue.
  struct Queue {
    size_t in_flight = 0;
    size_t abandoned = 0;  // of them: the driver has reset the queue, and nothing new was taken
  };

  Blockdev* drive_ = nullptr;
  std::deque<std::shared_ptr<BlkRequest>> waiting_;  // for the disk to take more
  std::array<Queue, kMostQueues> queues_;
  uint64_t bytes_in_flight_ = 0;
  Timer retry_;  // of what failed
};

}  // namespace

Result<std::unique_ptr<Object>> create_virtio_blk(Platform& platform) {
  return std::make_unique<VirtioBlk>(platform);
}

}  // namespace vm
