// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/listener.h"

#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>
#include <asio/steady_timer.hpp>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace qapi {

namespace {

using Unix = asio::local::stream_protocol;
using Tcp = asio::ip::tcp;

// How long to wait before accepting again when the process has no descriptors left.
constexpr std::chrono::milliseconds kRetryDelay{100};

/// Accepts until it is closed. Shared by its listener and by what asio has yet to call.
template <typename Protocol>
class Acceptor : public std::enable_shared_from_this<Acceptor<Protocol>> {
 public:
  Acceptor(EventLoop& loop, Listener::OnConnect on_connect)
      : acceptor_(loop.io()),
        retry_(loop.io()),
        on_connect_(std::move(on_connect)) {}

  typename Protocol::acceptor& socket() { return acceptor_; }

  void accept() {
    acceptor_.async_accept([self = this->shared_from_this(
                            )](asio::error_code error, typename Protocol::socket socket) {
      if (self->is_closed_) return;
      if (error) return self->accept_later();
      self->connect(socket);
      self->accept();
    });
  }

  // By its signature a timer's cancel() can throw; it has nothing to throw for.
  void close() {
    is_closed_ = true;
    asio::error_code ignored;
    acceptor_.close(ignored);
    retry_.cancel();
  }

 private:
  void accept_later() {
    retry_.expires_after(kRetryDelay);
    retry_.async_wait([self = this->shared_from_this()](asio::error_code) {
      if (!self->is_closed_) self->accept();
    });
  }

  void connect(typename Protocol::socket& socket) {
    asio::error_code error;
    if constexpr (std::is_same_v<Protocol, Tcp>) {
      // Without it only replies would be slower.
      socket.set_option(Tcp::no_delay(true), error);
    }
    const int descriptor = socket.release(error);
    if (!error) on_connect_(descriptor);
  }

  typename Protocol::acceptor acceptor_;
  asio::steady_timer retry_;
  Listener::OnConnect on_connect_;
  bool is_closed_ = false;
};

std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0) return std::nullopt;
  return status;
}

class UnixListener final : public Listener {
 public:
  UnixListener(EventLoop& loop, std::string path, OnConnect on_connect)
      : executor_(loop.io().get_executor()),
        path_(std::move(path)),
        acceptor_(std::make_shared<Acceptor<Unix>>(loop, std::move(on_connect))) {}

  ~UnixListener() override {  // NOLINT(bugprone-exception-escape): see close()
    acceptor_->close();
    // Somebody may have put another file there since.
    const std::optional<struct stat> status = status_of(path_);
    if (status && is_ours_ && status->st_ino == inode_) ::unlink(path_.c_str());
  }

  std::string address() const override { return "unix:" + path_; }

  Result<> listen() {
    constexpr size_t kMaxPath = sizeof(sockaddr_un::sun_path) - 1;
    if (path_.empty()) return refuse("the path is empty");
    if (path_.size() > kMaxPath) {
      return refuse(fmt::format("the path is longer than {} bytes", kMaxPath));
    }
    asio::error_code error;
    acceptor_->socket().open(Unix(), error);
    if (!error) acceptor_->socket().bind(Unix::endpoint(path_), error);
    if (error == asio::error::address_in_use) {
      TRY(remove_stale());
      acceptor_->socket().bind(Unix::endpoint(path_), error);
    }
    if (error) return refuse(error.message());
    const std::optional<struct stat> status = status_of(path_);
    is_ours_ = status.has_value();
    inode_ = status ? status->st_ino : 0;
    // Nobody can connect before listen().
    if (::chmod(path_.c_str(), S_IRUSR | S_IWUSR) != 0) return refuse(std::strerror(errno));
    acceptor_->socket().listen(asio::socket_base::max_listen_connections, error);
    if (error) return refuse(error.message());
    acceptor_->accept();
    return {};
  }

 private:
  tl::unexpected<Error> refuse(std::string_view why) const {
    return fail(fmt::format("{}: {}", address(), why));
  }

  /// Removes a socket that its listener left behind.
  Result<> remove_stale() const {
    const std::optional<struct stat> status = status_of(path_);
    if (status && !S_ISSOCK(status->st_mode)) return refuse("there is a file that is no socket");
    Unix::socket probe(executor_);
    asio::error_code error;
    probe.connect(Unix::endpoint(path_), error);
    if (error != asio::error::connection_refused) return refuse("address in use");
    ::unlink(path_.c_str());
    return {};
  }

  asio::io_context::executor_type executor_;
  std::string path_;
  std::shared_ptr<Acceptor<Unix>> acceptor_;
  bool is_ours_ = false;
  ino_t inode_ = 0;
};

class TcpListener final : public Listener {
 public:
  TcpListener(EventLoop& loop, OnConnect on_connect)
      : acceptor_(std::make_shared<Acceptor<Tcp>>(loop, std::move(on_connect))) {}

  // NOLINTNEXTLINE(bugprone-exception-escape): see close()
  ~TcpListener() override { acceptor_->close(); }

  std::string address() const override {
    std::string host = endpoint_.address().to_string();
    if (endpoint_.address().is_v6()) host = fmt::format("[{}]", host);
    return fmt::format("tcp:{}:{}", host, endpoint_.port());
  }

  Result<> listen(const Tcp::endpoint& endpoint) {
    endpoint_ = endpoint;
    asio::error_code error;
    Tcp::acceptor& socket = acceptor_->socket();
    socket.open(endpoint.protocol(), error);
    if (!error) socket.set_option(Tcp::acceptor::reuse_address(true), error);
    if (!error) socket.bind(endpoint, error);
    if (!error) socket.listen(asio::socket_base::max_listen_connections, error);
    if (error == asio::error::address_in_use) return fail(address() + ": address in use");
    if (error) return fail(fmt::format("{}: {}", address(), error.message()));
    endpoint_ = socket.local_endpoint(error);
    acceptor_->accept();
    return {};
  }

 private:
  std::shared_ptr<Acceptor<Tcp>> acceptor_;
  Tcp::endpoint endpoint_;
};

/// A socket that was made to listen elsewhere, and is not ours to remove.
template <typename Protocol>
class AdoptedListener final : public Listener {
 public:
  AdoptedListener(EventLoop& loop, std::string address, OnConnect on_connect)
      : address_(std::move(address)),
        acceptor_(std::make_shared<Acceptor<Protocol>>(loop, std::move(on_connect))) {}

  // NOLINTNEXTLINE(bugprone-exception-escape): see close()
  ~AdoptedListener() override { acceptor_->close(); }

  std::string address() const override { return address_; }

  Result<> listen(Fd socket, const Protocol& protocol) {
    asio::error_code error;
    acceptor_->socket().assign(protocol, socket.get(), error);
    if (error) return fail(fmt::format("{}: {}", address_, error.message()));
    socket.release();
    acceptor_->accept();
    return {};
  }

 private:
  std::string address_;
  std::shared_ptr<Acceptor<Protocol>> acceptor_;
};

template <typename Protocol>
Result<std::unique_ptr<Listener>> adopt_as(
    EventLoop& loop,
    const Protocol& protocol,
    Fd socket,
    std::string address,
    Listener::OnConnect on_connect
) {
  auto listener =
      std::make_unique<AdoptedListener<Protocol>>(loop, std::move(address), std::move(on_connect));
  TRY(listener->listen(std::move(socket), protocol));
  return listener;
}

/// `HOST:PORT`; a host is a number, or localhost, so that nothing waits for a name server.
Result<Tcp::endpoint> parse_endpoint(std::string_view address, Reach reach) {
  const size_t colon = address.rfind(':');
  if (colon == address.npos) return fail(fmt::format("tcp:{}: it must be tcp:HOST:PORT", address));
  std::string host(address.substr(0, colon));
  const std::string_view digits = address.substr(colon + 1);
  uint16_t port = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size()) {
    return fail(fmt::format("tcp:{}: the port must be 0 to 65535", address));
  }
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host == "localhost") host = "127.0.0.1";
  asio::error_code error;
  const asio::ip::address ip = asio::ip::make_address(host, error);
  if (error)
    return fail(fmt::format("tcp:{}: the host must be an IP address or localhost", address));
  if (reach == Reach::Loopback && !ip.is_loopback()) {
    return fail(fmt::format(
        "tcp:{}: others can reach this address, and so control the program; choose one of this "
        "machine itself, "
        "such as 127.0.0.1, or say tls=FOLDER or insecure=on",
        address
    ));
  }
  return Tcp::endpoint(ip, port);
}

}  // namespace

Result<std::unique_ptr<Listener>> Listener::open(
    EventLoop& loop,
    std::string_view address,
    Reach reach,
    OnConnect on_connect
) {
  constexpr std::string_view kUnix = "unix:";
  constexpr std::string_view kTcp = "tcp:";
  if (address.starts_with(kUnix)) {
    std::string path(address.substr(kUnix.size()));
    auto listener = std::make_unique<UnixListener>(loop, std::move(path), std::move(on_connect));
    TRY(listener->listen());
    return listener;
  }
  if (address.starts_with(kTcp)) {
    const Tcp::endpoint endpoint = TRY(parse_endpoint(address.substr(kTcp.size()), reach));
    auto listener = std::make_unique<TcpListener>(loop, std::move(on_connect));
    TRY(listener->listen(endpoint));
    return listener;
  }
  return fail(fmt::format(
      "'{}' is no address; it must be unix:PATH, tcp:HOST:PORT, fd:NAME or stdio",
      address
  ));
}

Result<std::unique_ptr<Listener>> Listener::adopt(
    EventLoop& loop,
    Fd socket,
    std::string address,
    OnConnect on_connect
) {
  int family = AF_UNSPEC;
  socklen_t size = sizeof(family);
  if (::getsockopt(socket.get(), SOL_SOCKET, SO_DOMAIN, &family, &size) != 0) {
    return fail(fmt::format("{}: {}", address, std::strerror(errno)));
  }
  if (family == AF_UNIX) {
    return adopt_as(loop, Unix(), std::move(socket), std::move(address), std::move(on_connect));
  }
  if (family == AF_INET || family == AF_INET6) {
    const Tcp protocol = family == AF_INET ? Tcp::v4() : Tcp::v6();
    return adopt_as(loop, protocol, std::move(socket), std::move(address), std::move(on_connect));
  }
  return fail(fmt::format("{}: neither a Unix nor a TCP socket", address));
}

}  // namespace qapi
