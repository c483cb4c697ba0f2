// SPDX-License-Identifier: Apache-2.0
//
// StreamPeers finds the peers of a backend on a stream socket, one at a time. A server takes the
// next one from its backlog when the present one has left; a client tries again after so many
// seconds. Only .cpp files of backends include this.
//
//   TRY(StreamPeers::start(peers_, *this, platform, where, [this](auto peer) { talk_to(peer); }));
//   peers_->next();   // when the peer has left

#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <asio/basic_socket_acceptor.hpp>
#include <asio/generic/stream_protocol.hpp>
#include <asio/steady_timer.hpp>

#include "generated/types/sockets.h"

#include "vm/base/result.h"

namespace vm {

class Object;
class Platform;

using StreamSocket = asio::generic::stream_protocol::socket;

class StreamPeers {
 public:
  struct Where {
    api::SocketAddress address;
    bool server = false;
    int64_t reconnect_s = 0;  ///< 0: never
    bool nodelay = false;     ///< for TCP
  };
  using Connected = std::function<void(std::shared_ptr<StreamSocket> peer)>;

  /// Listens, or connects, for a backend. Errors name it and the address; then there are no peers.
  static Result<> start(
      std::unique_ptr<StreamPeers>& peers,
      const Object& backend,
      Platform& platform,
      Where where,
      Connected connected
  );

  ~StreamPeers();
  StreamPeers(const StreamPeers&) = delete;
  StreamPeers& operator=(const StreamPeers&) = delete;

  /// The present peer has left.
  void next();

  /// "tcp:127.0.0.1:4444,server=on"
  std::string describe() const;

 private:
  using Acceptor = asio::basic_socket_acceptor<asio::generic::stream_protocol>;

  StreamPeers(Platform& platform, Where where, Connected connected);

  Result<> start();
  Result<> try_start();
  Result<> adopt(const std::string& name);
  Result<> listen();
  Result<> connect_now();
  void accept();
  void retry_later();
  void use(std::shared_ptr<StreamSocket> peer);

  Platform& platform_;
  Where where_;
  Connected connected_;
  std::unique_ptr<Acceptor> acceptor_;
  asio::steady_timer retry_;
  std::string bound_path_;
  std::shared_ptr<StreamPeers*> self_ = std::make_shared<StreamPeers*>(this);
};

}  // namespace vm
