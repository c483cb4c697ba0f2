// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_file.h"

#include <cerrno>
#include <limits>

#include <fmt/format.h>

#include "vm/backends/host_file.h"
#include "vm/backends/threaded_blockdev.h"
#include "vm/backends/uring_queue.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

int carry_out(const HostFile& file, const BlockRequest& request) {
  switch (request.kind) {
    case BlockRequest::Kind::Read: return file.read(request.offset, {request.data, request.length});
    case BlockRequest::Kind::Write:
      return file.write(request.offset, {request.data, request.length});
    case BlockRequest::Kind::WriteZeroes:
      return file.write_zeroes(request.offset, request.length, request.may_unmap);
    case BlockRequest::Kind::Discard: return file.discard(request.offset, request.length);
    case BlockRequest::Kind::Flush: return file.flush();
  }
  return EINVAL;
}

class BlockdevFile final
    : public Typed<ThreadedBlockdev, api::BlockdevFileProps, api::BlockdevFileState> {
 public:
  explicit BlockdevFile(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return props_.filename; }
  int perform(const BlockRequest& request) override {
    const int error = carry_out(*file_, request);
    if (error == 0 && request.kind == BlockRequest::Kind::Write) {
      raise_size(request.offset + request.length);
    }
    return error;
  }

  api::BlockdevCacheOptions cache() const override {
    return props_.cache.value_or(api::BlockdevCacheOptions{});
  }

 protected:
  Result<> on_realize() override {
    HostFile::Options options{
        .filename = props_.filename,
        .read_only = props_.read_only.value_or(false),
        .auto_read_only = props_.auto_read_only.value_or(false),
        .direct = cache().direct,
        .no_flush = cache().no_flush,
        .unmap = props_.discard == api::BlockdevDiscardOptions::Unmap,
        .locking = props_.locking,
    };
    Result<std::unique_ptr<HostFile>> opened = HostFile::open(platform(), std::move(options));
    if (!opened) return fail(fmt::format("{}: {}", path(), opened.error().desc));
    file_ = *std::move(opened);
    if (props_.aio == api::BlockdevAioOptions::IoUring) {
      Result<std::unique_ptr<UringQueue>> ring = UringQueue::open();
      if (!ring) {
        return fail(fmt::format("{}: aio=io_uring is not possible: {}", path(), ring.error().desc));
      }
      ring_ = *std::move(ring);
    }
    start_workers();
    set_size(file_->size());
    set_read_only(file_->is_read_only());
    return {};
  }

  void on_unrealize() override {
    stop_workers();
    ring_ = nullptr;
    file_ = nullptr;
  }

  void start(BlockRequest request) override {
    const bool reads = request.kind == BlockRequest::Kind::Read;
    const bool moves_data = reads || request.kind == BlockRequest::Kind::Write;
    const int fd = ring_ == nullptr || !moves_data || request.length == 0
                       ? -1
                       : file_->descriptor_for(request.offset, request.data, request.length);
    if (fd < 0) return ThreadedBlockdev::start(std::move(request));
    UringQueue::Transfer transfer{
        .fd = fd,
        .writes = !reads,
        .offset = request.offset,
        .data = {request.data, request.length},
        .done = {},
    };
    transfer.done = [this, request = std::move(request)](int error) { finish(request, error); };
    ring_->submit(std::move(transfer));
  }

  void wait_idle() override {
    ThreadedBlockdev::wait_idle();
    if (ring_ != nullptr) ring_->wait_idle();
  }

  Result<> resize(uint64_t size) override {
    if (size > static_cast<uint64_t>(std::numeric_limits<off_t>::max())) {
      return fail(fmt::format("{}: no file can have {} bytes", path(), size));
    }
    Result<> resized = file_->resize(size);
    if (resized) return resized;
    return fail(fmt::format("{}: cannot resize it: {}", path(), resized.error().desc));
  }

 private:
  std::unique_ptr<HostFile> file_;
  std::unique_ptr<UringQueue> ring_;  // null: threads only
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_file(Platform& platform) {
  return std::make_unique<BlockdevFile>(platform);
}

}  // namespace vm
