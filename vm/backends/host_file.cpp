// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/host_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <vector>

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fs.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/dispatch/descriptors.h"
#include "vm/backends/file_lock.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

constexpr std::string_view kNamed = "fd:";

/// What goes past the cache begins and ends at multiples of it, in the file and in memory.
constexpr uint64_t kDirectAlignment = 4096;

// What is copied at once into memory that is aligned.
constexpr size_t kBounce = size_t{1} << 20;

constexpr size_t kZeroes = size_t{64} * 1024;

std::string_view kind_of(mode_t mode) {
  if (S_ISDIR(mode)) return "a folder";
  if (S_ISCHR(mode)) return "a character device";
  if (S_ISFIFO(mode)) return "a pipe";
  return S_ISSOCK(mode) ? "a socket" : "something else";
}

bool is_aligned(uint64_t value) {
  return value % kDirectAlignment == 0;
}

bool forbids_writing(int error) {
  return error == EACCES || error == EPERM || error == EROFS;
}

/// Calls `transfer` until all is done. What is at an end that was not there before is gone: EIO.
template <typename Transfer>
int transfer_all(size_t size, Transfer transfer) {
  for (size_t done = 0; done < size;) {
    const ssize_t count = transfer(done);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    if (count == 0) return EIO;
    done += static_cast<size_t>(count);
  }
  return 0;
}

/// Memory that can be read into past the cache.
class AlignedMemory {
 public:
  explicit AlignedMemory(size_t size)
      : bytes_(size == 0 ? nullptr : std::aligned_alloc(kDirectAlignment, size)) {}
  ~AlignedMemory() { std::free(bytes_); }
  AlignedMemory(const AlignedMemory&) = delete;
  AlignedMemory& operator=(const AlignedMemory&) = delete;

  void* get() const { return bytes_; }

 private:
  void* bytes_;
};

int allocate(int fd, int mode, uint64_t offset, uint64_t length) {
  const int done = fallocate(fd, mode, static_cast<off_t>(offset), static_cast<off_t>(length));
  return done == 0 ? 0 : errno;
}

}  // namespace

Result<std::unique_ptr<HostFile>> HostFile::open(Platform& platform, Options options) {
  std::unique_ptr<HostFile> file(new HostFile(std::move(options)));
  Result<> opened = file->open_file(platform);
  if (opened) return file;
  return fail(fmt::format("cannot open '{}': {}", file->options_.filename, opened.error().desc));
}

Result<> HostFile::open_file(Platform& platform) {
  Result<qapi::Fd> opened = open_mode(platform, options_.read_only ? O_RDONLY : O_RDWR);
  if (!opened && options_.auto_read_only && !options_.read_only) {
    options_.read_only = true;
    opened = open_mode(platform, O_RDONLY);
  }
  file_ = TRY(std::move(opened));
  TRY(measure());
  TRY(lock_image(file_, !options_.read_only, options_.locking));
  return options_.direct ? open_direct() : Result<>();
}

Result<qapi::Fd> HostFile::open_mode(Platform& platform, int mode) const {
  const std::string& name = options_.filename;
  qapi::Descriptors& descriptors = platform.descriptors();
  if (qapi::Descriptors::is_set_path(name)) return descriptors.open(name, mode);
  if (name.starts_with(kNamed)) return descriptors.take(name.substr(kNamed.size()));
  // A pipe without a peer must not keep us here.
  qapi::Fd fd(::open(name.c_str(), mode | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
  if (fd.get() >= 0) return fd;
  const bool would_read = mode == O_RDWR && forbids_writing(errno);
  return fail(fmt::format("{}{}", std::strerror(errno), would_read ? "; use read-only=on" : ""));
}

Result<> HostFile::measure() {
  const int flags = fcntl(file_.get(), F_GETFL);
  if ((flags & O_APPEND) != 0) return fail("it is open for appending");
  if ((flags & O_ACCMODE) == O_WRONLY) return fail("it is open for writing only");
  if ((flags & O_ACCMODE) == O_RDONLY && !options_.read_only) {
    if (!options_.auto_read_only) return fail("it is open for reading only; use read-only=on");
    options_.read_only = true;
  }
  struct stat info {};
  if (fstat(file_.get(), &info) != 0) return fail(std::strerror(errno));
  size_ = static_cast<uint64_t>(info.st_size);
  is_device_ = S_ISBLK(info.st_mode);
  // It was for pipes. io_uring would take it for the wish not to wait.
  (void)fcntl(file_.get(), F_SETFL, flags & ~O_NONBLOCK);
  if (S_ISREG(info.st_mode)) return {};
  if (is_device_) {
    if (ioctl(file_.get(), BLKGETSIZE64, &size_) == 0) return {};
    return fail(std::strerror(errno));
  }
  return fail(
      fmt::format("it is {}; a regular file or a block device would do", kind_of(info.st_mode))
  );
}

Result<> HostFile::open_direct() {
  const int mode = options_.read_only ? O_RDONLY : O_RDWR;
  const std::string same = fmt::format("/proc/self/fd/{}", file_.get());
  direct_ = qapi::Fd(::open(same.c_str(), mode | O_CLOEXEC | O_DIRECT));
  if (direct_.get() >= 0) return {};
  return fail(fmt::format("cache.direct is not possible: {}", std::strerror(errno)));
}

/// What is not aligned goes through the cache, which the host keeps in step with what goes past it.
bool HostFile::goes_direct(uint64_t offset, size_t size) const {
  return direct_.get() >= 0 && size > 0 && is_aligned(offset) && is_aligned(size);
}

int HostFile::descriptor_for(uint64_t offset, const void* data, size_t size) const {
  if (!goes_direct(offset, size)) return file_.get();
  return is_aligned(reinterpret_cast<uintptr_t>(data)) ? direct_.get() : -1;
}

int HostFile::read(uint64_t offset, std::span<uint8_t> data) const {
  if (goes_direct(offset, data.size())) return read_direct(offset, data);
  return transfer_all(data.size(), [&](size_t done) {
    const auto at = static_cast<off_t>(offset + done);
    return pread(file_.get(), data.data() + done, data.size() - done, at);
  });
}

int HostFile::write(uint64_t offset, std::span<const uint8_t> data) const {
  if (goes_direct(offset, data.size())) return write_direct(offset, data);
  return transfer_all(data.size(), [&](size_t done) {
    const auto at = static_cast<off_t>(offset + done);
    return pwrite(file_.get(), data.data() + done, data.size() - done, at);
  });
}

/// By way of memory that is aligned, if need be. An end of the file that is not aligned is what
/// pread() stops at.
int HostFile::read_direct(uint64_t offset, std::span<uint8_t> data) const {
  const bool fits = is_aligned(reinterpret_cast<uintptr_t>(data.data()));
  const AlignedMemory bounce(fits ? 0 : std::min(data.size(), kBounce));
  return transfer_all(data.size(), [&](size_t done) {
    const size_t left = data.size() - done;
    // A transfer that ended early goes on through the cache.
    const int fd = is_aligned(done) ? direct_.get() : file_.get();
    const auto at = static_cast<off_t>(offset + done);
    if (fits) return pread(fd, data.data() + done, left, at);
    const ssize_t count = pread(fd, bounce.get(), std::min(left, kBounce), at);
    if (count > 0) std::memcpy(data.data() + done, bounce.get(), static_cast<size_t>(count));
    return count;
  });
}

int HostFile::write_direct(uint64_t offset, std::span<const uint8_t> data) const {
  const bool fits = is_aligned(reinterpret_cast<uintptr_t>(data.data()));
  const AlignedMemory bounce(fits ? 0 : std::min(data.size(), kBounce));
  return transfer_all(data.size(), [&](size_t done) {
    const size_t left = data.size() - done;
    const int fd = is_aligned(done) ? direct_.get() : file_.get();
    const auto at = static_cast<off_t>(offset + done);
    if (fits) return pwrite(fd, data.data() + done, left, at);
    const size_t count = std::min(left, kBounce);
    std::memcpy(bounce.get(), data.data() + done, count);
    return pwrite(fd, bounce.get(), count, at);
  });
}

int HostFile::write_zeroes(uint64_t offset, uint64_t length, bool may_unmap) const {
  if (length == 0) return 0;
  const bool unmaps = may_unmap && options_.unmap;
  const int mode = unmaps ? FALLOC_FL_PUNCH_HOLE : FALLOC_FL_ZERO_RANGE;
  const int error = allocate(file_.get(), mode | FALLOC_FL_KEEP_SIZE, offset, length);
  // Not all file systems can do it.
  return error == EOPNOTSUPP ? write_chunks_of_zeroes(offset, length) : error;
}

int HostFile::write_chunks_of_zeroes(uint64_t offset, uint64_t length) const {
  const std::vector<uint8_t> zeroes(std::min<uint64_t>(length, kZeroes));
  for (uint64_t done = 0; done < length;) {
    const size_t size = std::min<uint64_t>(length - done, zeroes.size());
    const int error = write(offset + done, {zeroes.data(), size});
    if (error != 0) return error;
    done += size;
  }
  return 0;
}

int HostFile::discard(uint64_t offset, uint64_t length) const {
  if (!options_.unmap || length == 0) return 0;
  const int mode = FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE;
  const int error = allocate(file_.get(), mode, offset, length);
  return error == EOPNOTSUPP ? 0 : error;
}

int HostFile::flush() const {
  if (options_.no_flush || options_.read_only) return 0;
  // The host tells once that it could not write something, and then forgets what that was.
  if (has_lost_writes_) return EIO;
  if (fdatasync(file_.get()) == 0) return 0;
  const int error = errno;
  has_lost_writes_ = true;
  return error;
}

Result<> HostFile::resize(uint64_t size) {
  if (is_device_) return fail("a block device has the size that it has");
  if (ftruncate(file_.get(), static_cast<off_t>(size)) != 0) return fail(std::strerror(errno));
  size_ = size;
  return {};
}

}  // namespace vm
