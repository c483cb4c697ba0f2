// SPDX-License-Identifier: Apache-2.0
//
// HostFile is a file or a block device of the host that holds a disk. What it does may take its
// time; reading, writing and flushing can be done by several threads at once.
//
//   HostFile file = TRY(HostFile::open(platform, {.filename = "disk.img"}));
//   int error = file.read(512, buffer);

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "generated/types/block_core.h"

#include "runtime/base/fd.h"
#include "vm/base/result.h"

namespace vm {

class Platform;

class HostFile {
 public:
  struct Options {
    std::string filename;
    bool read_only = false;
    bool auto_read_only = false;
    bool direct = false;    ///< past the host's cache
    bool no_flush = false;  ///< flush() does nothing
    bool unmap = false;     ///< discard() gives room back
    api::OnOffAuto locking = api::OnOffAuto::Auto;
  };

  /// Errors name the file and the reason.
  static Result<std::unique_ptr<HostFile>> open(Platform& platform, Options options);

  uint64_t size() const { return size_; }
  bool is_read_only() const { return options_.read_only; }

  // 0, or an errno.
  int read(uint64_t offset, std::span<uint8_t> data) const;
  int write(uint64_t offset, std::span<const uint8_t> data) const;
  int write_zeroes(uint64_t offset, uint64_t length, bool may_unmap) const;
  int discard(uint64_t offset, uint64_t length) const;
  int flush() const;

  Result<> resize(uint64_t size);

  /// The descriptor through which this part of the file can be read or written with this memory by
  /// whoever calls the host; -1 when only read() and write() can.
  int descriptor_for(uint64_t offset, const void* data, size_t size) const;

 private:
  explicit HostFile(Options options) : options_(std::move(options)) {}

  Result<> open_file(Platform& platform);
  Result<qapi::Fd> open_mode(Platform& platform, int mode) const;
  Result<> measure();
  Result<> open_direct();
  bool goes_direct(uint64_t offset, size_t size) const;
  int read_direct(uint64_t offset, std::span<uint8_t> data) const;
  int write_direct(uint64_t offset, std::span<const uint8_t> data) const;
  int write_chunks_of_zeroes(uint64_t offset, uint64_t length) const;

  Options options_;
  qapi::Fd file_;
  qapi::Fd direct_;  // the same, opened for what goes past the cache
  uint64_t size_ = 0;
  bool is_device_ = false;
  mutable std::atomic<bool> has_lost_writes_ = false;
};

}  // namespace vm
