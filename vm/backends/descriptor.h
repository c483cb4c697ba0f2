// SPDX-License-Identifier: Apache-2.0
//
// Files as asio streams. Only .cpp files of backends include this.

#pragma once

#include <memory>
#include <string>

#include <asio/posix/stream_descriptor.hpp>

#include "vm/base/result.h"

namespace qapi {
class EventLoop;
}  // namespace qapi

namespace vm {

using Descriptor = asio::posix::stream_descriptor;

/// Opens a file without ever waiting for it. The error names the path and the reason.
Result<std::shared_ptr<Descriptor>> open_descriptor(
    qapi::EventLoop& loop,
    const std::string& path,
    int flags
);

/// A descriptor of its own for a file that is already open.
Result<std::shared_ptr<Descriptor>> duplicate_descriptor(qapi::EventLoop& loop, int fd);

/// Writes what is left at the end of a life, as far as that is possible within a second.
void write_rest(int fd, const std::string& bytes);

}  // namespace vm
