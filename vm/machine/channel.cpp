// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/channel.h"

#include <utility>

#include <fcntl.h>
#include <fmt/format.h>

#include "runtime/dispatch/descriptors.h"
#include "runtime/loop/event_loop.h"
#include "runtime/qmp/listener.h"
#include "vm/backends/socket_address.h"
#include "vm/machine/draft.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

using Socket = asio::generic::stream_protocol::socket;
using Endpoint = asio::generic::stream_protocol::endpoint;

struct Uri {
  std::string scheme;
  std::string rest;
};

Result<Uri> split(const std::string& uri) {
  const size_t colon = uri.find(':');
  if (colon != std::string::npos && colon + 1 < uri.size()) {
    Uri parts{.scheme = uri.substr(0, colon), .rest = uri.substr(colon + 1)};
    for (const std::string_view known : {"file", "unix", "tcp", "fd"}) {
      if (parts.scheme == known) return parts;
    }
  }
  return fail(fmt::format(
      "'{}' is no place for a guest; file:PATH, unix:PATH, tcp:HOST:PORT and fd:NAME are",
      uri
  ));
}

Error named(const std::string& uri, std::string_view why) {
  return {.desc = fmt::format("{}: {}", uri, why)};
}

/// What is open already: a file that is read, or a descriptor that was handed over.
class OpenChannel final : public Channel {
 public:
  OpenChannel(qapi::EventLoop& loop, OnOpen on_open, Stream stream)
      : Channel(loop, std::move(on_open)) {
    give(std::move(stream));
  }
};

class DraftChannel final : public Channel {
 public:
  DraftChannel(qapi::EventLoop& loop, OnOpen on_open, Draft::Opened opened)
      : Channel(loop, std::move(on_open)),
        draft_(std::move(opened.first)) {
    give(std::move(opened.second));
  }

  Result<> complete() override { return draft_->complete(); }

 private:
  std::unique_ptr<Draft> draft_;
};

/// Connects to a peer that listens.
class ConnectChannel final : public Channel {
 public:
  ConnectChannel(qapi::EventLoop& loop, OnOpen on_open, std::string uri)
      : Channel(loop, std::move(on_open)),
        uri_(std::move(uri)),
        socket_(std::make_shared<Socket>(loop.io())) {}

  ~ConnectChannel() override {
    std::error_code ignored;
    socket_->close(ignored);
  }

  void connect(const Endpoint& where) {
    auto connected = [this, wanted = is_wanted()](const std::error_code& error) {
      if (*wanted) give(take(error));
    };
    socket_->async_connect(where, connected);
  }

 private:
  Result<Stream> take(std::error_code error) {
    int fd = -1;
    if (!error) fd = socket_->release(error);
    if (error) return tl::unexpected(named(uri_, error.message()));
    return adopt_descriptor(loop(), fd, uri_);
  }

  std::string uri_;
  std::shared_ptr<Socket> socket_;
};

/// Takes the first peer that connects, and listens no longer.
class ListenChannel final : public Channel {
 public:
  using Channel::Channel;

  Result<> listen(const std::string& uri) {
    listener_ =
        TRY(qapi::Listener::open(loop(), uri, qapi::Reach::Anywhere, [this](int fd) { accept(fd); })
        );
    return {};
  }

 private:
  void accept(int fd) {
    qapi::Fd peer(fd);
    if (std::exchange(has_peer_, true)) return;
    give(adopt_descriptor(loop(), peer.release(), listener_->address()));
    // Not from within its own call.
    loop().post([this, wanted = is_wanted()] {
      if (*wanted) listener_.reset();
    });
  }

  std::unique_ptr<qapi::Listener> listener_;
  bool has_peer_ = false;
};

Result<std::unique_ptr<Channel>> open_descriptor_channel(
    Platform& platform,
    const std::string& name,
    Channel::OnOpen on_open
) {
  qapi::Fd fd = TRY(platform.descriptors().take(name));
  auto stream = TRY(adopt_descriptor(platform.loop(), fd.release(), "fd:" + name));
  return std::make_unique<OpenChannel>(platform.loop(), std::move(on_open), std::move(stream));
}

Result<api::SocketAddress> address_of(const Uri& uri) {
  if (uri.scheme == "unix") return api::SocketAddress{api::UnixSocketAddress{.path = uri.rest}};
  const size_t colon = uri.rest.rfind(':');
  if (colon == std::string::npos) return fail("the port is missing: tcp:HOST:PORT");
  std::string host = uri.rest.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return api::SocketAddress{
      api::InetSocketAddress{.host = std::move(host), .port = uri.rest.substr(colon + 1)}};
}

Result<Endpoint> endpoint_of(qapi::EventLoop& loop, const Uri& uri) {
  return stream_endpoint(loop, TRY(address_of(uri)), AddressUse::Remote);
}

}  // namespace

Channel::~Channel() {
  *is_wanted_ = false;
  // Now, not when the loop comes to it: what is open is open no longer.
  if (given_ != nullptr) *given_ = Stream();
}

void Channel::give(Result<Stream> stream) {
  given_ = std::make_shared<Result<Stream>>(std::move(stream));
  loop_.post([wanted = is_wanted_, on_open = on_open_, given = given_] {
    if (*wanted) on_open(std::exchange(*given, Stream()));
  });
}

Result<std::unique_ptr<Channel>> open_channel_to(
    Platform& platform,
    const std::string& uri,
    Channel::OnOpen on_open
) {
  const Uri parts = TRY(split(uri));
  qapi::EventLoop& loop = platform.loop();
  if (parts.scheme == "fd") {
    return open_descriptor_channel(platform, parts.rest, std::move(on_open));
  }
  if (parts.scheme == "file") {
    Draft::Opened opened = TRY(Draft::create(platform, parts.rest));
    return std::make_unique<DraftChannel>(loop, std::move(on_open), std::move(opened));
  }
  const auto where = endpoint_of(loop, parts);
  if (!where) return tl::unexpected(named(uri, where.error().desc));
  auto channel = std::make_unique<ConnectChannel>(loop, std::move(on_open), uri);
  channel->connect(*where);
  return channel;
}

Result<std::unique_ptr<Channel>> open_channel_from(
    Platform& platform,
    const std::string& uri,
    Channel::OnOpen on_open
) {
  const Uri parts = TRY(split(uri));
  qapi::EventLoop& loop = platform.loop();
  if (parts.scheme == "fd") {
    return open_descriptor_channel(platform, parts.rest, std::move(on_open));
  }
  if (parts.scheme == "file") {
    auto stream = TRY(open_descriptor(platform, parts.rest, O_RDONLY));
    return std::make_unique<OpenChannel>(loop, std::move(on_open), std::move(stream));
  }
  auto channel = std::make_unique<ListenChannel>(loop, std::move(on_open));
  TRY(channel->listen(uri));
  return channel;
}

}  // namespace vm
