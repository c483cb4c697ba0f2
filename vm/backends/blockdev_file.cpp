// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_file.h"

#include <cerrno>
#include <limits>

#include <fmt/format.h>

#include "vm/backends/block.h"
#include "vm/backends/block_workers.h"
#include "vm/backends/host_file.h"
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

class BlockdevFile final : public Typed<Blockdev, api::BlockdevFileProps, api::BlockdevFileState> {
 public:
  explicit BlockdevFile(Platform& platform) : Typed(platform) {}

  std::string filename() const override { return props_.filename; }
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
    workers_ = std::make_unique<BlockWorkers>();
    set_size(file_->size());
    set_read_only(file_->is_read_only());
    return {};
  }

  void on_unrealize() override {
    drain();
    workers_ = nullptr;
    file_ = nullptr;
  }

  void start(BlockRequest request) override {
    workers_->run([this, request = std::move(request)]() mutable {
      const int error = carry_out(*file_, request);
      finish(std::move(request), error);
    });
  }

  void wait_idle() override {
    if (workers_ != nullptr) workers_->wait_idle();
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
  std::unique_ptr<BlockWorkers> workers_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_file(Platform& platform) {
  return std::make_unique<BlockdevFile>(platform);
}

}  // namespace vm
