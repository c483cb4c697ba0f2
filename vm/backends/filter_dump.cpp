// SPDX-License-Identifier: Apache-2.0
//
// The format is that of libpcap's files, version 2.4: a header, then each frame behind a header of
// its own, in the byte order of who writes.

#include "generated/objects/filter_dump.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "vm/backends/descriptor.h"
#include "vm/backends/netdev.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

struct FileHeader {
  uint32_t magic = 0xa1b2c3d4;
  uint16_t major = 2;
  uint16_t minor = 4;
  int32_t zone = 0;
  uint32_t accuracy = 0;
  uint32_t longest = 0;
  uint32_t link_type = 1;  // Ethernet
};

struct FrameHeader {
  uint32_t seconds;
  uint32_t microseconds;
  uint32_t kept;
  uint32_t length;
};

template <typename Header>
void append(std::string& bytes, const Header& header) {
  bytes.append(reinterpret_cast<const char*>(&header), sizeof(header));
}

FrameHeader header_of(FrameView frame, size_t kept) {
  using std::chrono::microseconds;
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const auto us = static_cast<uint64_t>(std::chrono::duration_cast<microseconds>(now).count());
  return {
      .seconds = static_cast<uint32_t>(us / 1'000'000),
      .microseconds = static_cast<uint32_t>(us % 1'000'000),
      .kept = static_cast<uint32_t>(kept),
      .length = static_cast<uint32_t>(frame.size()),
  };
}

class FilterDump final : public Typed<Object, api::FilterDumpProps, api::FilterDumpState>,
                         public NetWatcher {
 public:
  explicit FilterDump(Platform& platform) : platform_(platform) {}

  void on_frame(FrameView frame) override {
    if (has_failed_) return;
    const size_t kept = std::min<size_t>(frame.size(), props_.maxlen);
    std::string record;
    append(record, header_of(frame, kept));
    record.append(reinterpret_cast<const char*>(frame.data()), kept);
    write(record);
  }

 protected:
  Result<> on_realize() override {
    auto* netdev = linked<Netdev>(props_.netdev);
    if (netdev == nullptr) return fail(fmt::format("{}: 'netdev' names no backend", path()));
    file_ = TRY(open_descriptor(platform_, props_.file, O_WRONLY | O_CREAT | O_TRUNC));
    std::string header;
    append(header, FileHeader{.longest = props_.maxlen});
    write(header);
    netdev->add_watcher(*this);
    return {};
  }

  void on_unrealize() override {
    linked<Netdev>(props_.netdev)->remove_watcher(*this);
    file_ = nullptr;
  }

 private:
  // A full disk must not stop the guest; half a record would make the rest unreadable.
  void write(const std::string& bytes) {
    errno = 0;
    if (::write(file_->native_handle(), bytes.data(), bytes.size()) == std::ssize(bytes)) return;
    has_failed_ = true;
    const std::string reason = errno != 0 ? std::strerror(errno) : "not all of a frame was taken";
    platform_.log_guest(path(), fmt::format("cannot write '{}': {}", props_.file, reason));
  }

  Platform& platform_;
  std::shared_ptr<Descriptor> file_;
  bool has_failed_ = false;
};

}  // namespace

Result<std::unique_ptr<Object>> create_filter_dump(Platform& platform) {
  return std::make_unique<FilterDump>(platform);
}

}  // namespace vm
