// SPDX-License-Identifier: Apache-2.0
//
// NbdLibrary is as much of libnbd as nbd_client.cpp calls, from the system's shared library, which
// is loaded when the first node needs it: it brings two dozen others along.
//
//   const NbdLibrary& nbd = *TRY(NbdLibrary::load());
//   nbd_handle* const handle = nbd.create();

#pragma once

#include <libnbd.h>

#include "vm/base/result.h"

namespace vm {

/// The functions, each once, without the `nbd_` before their names.
#define VM_NBD_FUNCTIONS(X) \
  X(aio_connect_socket)     \
  X(aio_connect_tcp)        \
  X(aio_connect_unix)       \
  X(aio_flush)              \
  X(aio_get_direction)      \
  X(aio_get_fd)             \
  X(aio_is_closed)          \
  X(aio_is_dead)            \
  X(aio_is_processing)      \
  X(aio_is_ready)           \
  X(aio_notify_read)        \
  X(aio_notify_write)       \
  X(aio_pread)              \
  X(aio_pwrite)             \
  X(aio_trim)               \
  X(aio_zero)               \
  X(can_flush)              \
  X(can_trim)               \
  X(can_zero)               \
  X(close)                  \
  X(create)                 \
  X(get_errno)              \
  X(get_error)              \
  X(get_size)               \
  X(is_read_only)           \
  X(set_export_name)        \
  X(set_strict_mode)

struct NbdLibrary {
// NOLINTNEXTLINE(bugprone-macro-parentheses): names
#define VM_DECLARE(name) decltype(&::nbd_##name) name = nullptr;
  VM_NBD_FUNCTIONS(VM_DECLARE)
#undef VM_DECLARE

  /// It stays loaded. Main thread.
  static Result<const NbdLibrary*> load();
};

}  // namespace vm
