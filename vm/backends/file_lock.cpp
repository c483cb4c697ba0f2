// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/file_lock.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>

namespace vm {
namespace {

// QEMU 8.2, docs/system/images: bytes 100 and on are what is done, 200 and on what is not allowed.
constexpr off_t kDone = 100;
constexpr off_t kForbidden = 200;

enum Permission : off_t {
  kConsistentRead = 0,
  kWrite = 1,
  kResize = 3
};

/// 0, or an errno.
int set_lock(int fd, off_t byte) {
  struct flock lock {};
  lock.l_type = F_RDLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = byte;
  lock.l_len = 1;
  return fcntl(fd, F_OFD_SETLK, &lock) == 0 ? 0 : errno;
}

/// Whether somebody else has it.
bool is_locked(int fd, off_t byte) {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = byte;
  lock.l_len = 1;
  return fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

int set_locks(int fd, bool writes) {
  int error = set_lock(fd, kDone + kConsistentRead);
  for (const Permission permission : {kWrite, kResize}) {
    if (error == 0 && writes) error = set_lock(fd, kDone + permission);
    if (error == 0) error = set_lock(fd, kForbidden + permission);
  }
  return error;
}

}  // namespace

Result<> lock_image(const qapi::Fd& file, bool writes, api::OnOffAuto wanted) {
  if (wanted == api::OnOffAuto::Off) return {};
  const int fd = file.get();
  const int error = set_locks(fd, writes);
  if (error != 0 && wanted == api::OnOffAuto::Auto) return {};  // not all file systems have locks
  if (error != 0) return fail(fmt::format("cannot lock it: {}", std::strerror(error)));
  for (const Permission permission : {kWrite, kResize}) {
    if (is_locked(fd, kDone + permission)) {
      return fail("somebody else writes to it; locking=off takes the risk");
    }
    if (writes && is_locked(fd, kForbidden + permission)) {
      return fail("somebody else has it and wants it not to change; locking=off takes the risk");
    }
  }
  if (!is_locked(fd, kForbidden + kConsistentRead)) return {};
  return fail("somebody else has it for itself; locking=off takes the risk");
}

}  // namespace vm
