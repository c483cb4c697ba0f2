// SPDX-License-Identifier: Apache-2.0
//
// DatagramSocket sends to one address and receives at another. Only .cpp files of backends include
// this.

#pragma once

#include <memory>
#include <optional>
#include <string>

#include <asio/generic/datagram_protocol.hpp>

#include "generated/types/sockets.h"

#include "runtime/base/fd.h"
#include "vm/backends/descriptor.h"
#include "vm/base/result.h"

namespace qapi {
class EventLoop;
}  // namespace qapi

namespace vm {

class DatagramSocket {
 public:
  DatagramSocket() = default;
  ~DatagramSocket() { close(); }
  DatagramSocket(const DatagramSocket&) = delete;
  DatagramSocket& operator=(const DatagramSocket&) = delete;

  /// The addresses are no descriptors, and of one family. Without `local` the host chooses one.
  Result<> open(
      qapi::EventLoop& loop,
      const std::optional<api::SocketAddress>& local,
      const api::SocketAddress& remote
  );

  /// Takes over one that knows its peer.
  Result<> adopt(qapi::EventLoop& loop, qapi::Fd socket);

  /// What was bound to a path leaves none behind.
  void close();

  const std::shared_ptr<Descriptor>& descriptor() const { return descriptor_; }

  /// Whether there is somebody to send to. A Unix socket has to be there before that.
  bool is_connected() { return is_connected_ || try_connect(); }

 private:
  Result<> bind_local(
      qapi::EventLoop& loop,
      const qapi::Fd& socket,
      const api::SocketAddress& local
  );
  bool try_connect();

  std::shared_ptr<Descriptor> descriptor_;
  std::optional<asio::generic::datagram_protocol::endpoint> remote_;  // unless it was connected
  bool is_connected_ = false;
  std::string bound_path_;
};

}  // namespace vm
