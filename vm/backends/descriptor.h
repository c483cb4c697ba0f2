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

class Platform;

using Descriptor = asio::posix::stream_descriptor;

/// Opens a file without ever waiting for it; `/dev/fdset/N` is one that somebody handed over. The
/// error names the path and the reason.
Result<std::shared_ptr<Descriptor>> open_descriptor(
    Platform& platform,
    const std::string& path,
    int flags
);

/// Takes over a file that is open, and closes it also if it is of no use. `name` is what the error
/// calls it.
Result<std::shared_ptr<Descriptor>> adopt_descriptor(
    qapi::EventLoop& loop,
    int fd,
    const std::string& name
);

/// A descriptor of its own for a file that is already open.
Result<std::shared_ptr<Descriptor>> duplicate_descriptor(qapi::EventLoop& loop, int fd);

/// Writes what is left at the end of a life, as far as that is possible within a second.
void write_rest(int fd, const std::string& bytes);

}  // namespace vm
