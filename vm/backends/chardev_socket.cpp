// SPDX-License-Identifier: Apache-2.0
//
// One peer at a time. A server takes the next one from its backlog when the present one leaves; a
// client tries again after `reconnect` seconds. While there is no peer, output is discarded.

#include "generated/objects/chardev_socket.h"

#include <variant>

#include <asio/generic/stream_protocol.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>
#include <asio/steady_timer.hpp>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "runtime/loop/event_loop.h"
#include "vm/backends/chardev.h"
#include "vm/backends/pump.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

using Protocol = asio::generic::stream_protocol;
using Socket = Protocol::socket;
using Acceptor = asio::basic_socket_acceptor<Protocol>;

constexpr size_t kLongestPath = sizeof(sockaddr_un::sun_path) - 1;

Result<Protocol::endpoint> to_endpoint(
    qapi::EventLoop& loop,
    const api::InetSocketAddress& address,
    bool server
) {
  std::error_code error;
  asio::ip::tcp::resolver resolver(loop.io());
  auto flags = server ? asio::ip::resolver_base::passive : asio::ip::resolver_base::flags{};
  auto found = resolver.resolve(address.host, address.port, flags, error);
  if (error) return fail(error.message());
  return Protocol::endpoint(found.begin()->endpoint());
}

Result<Protocol::endpoint> to_endpoint(
    qapi::EventLoop&,
    const api::UnixSocketAddress& address,
    bool
) {
  if (address.path.empty() || address.path.size() > kLongestPath) {
    return fail(fmt::format("the path must have 1 to {} bytes", kLongestPath));
  }
  return Protocol::endpoint(asio::local::stream_protocol::endpoint(address.path));
}

std::string describe(const api::InetSocketAddress& address) {
  return fmt::format("tcp:{}:{}", address.host, address.port);
}

std::string describe(const api::UnixSocketAddress& address) {
  return "unix:" + address.path;
}

/// A socket whose server died is in the way of the next one, and answers nobody.
void remove_dead_socket(
    qapi::EventLoop& loop,
    const std::string& path,
    const Protocol::endpoint& endpoint
) {
  struct stat info {};
  if (lstat(path.c_str(), &info) != 0 || !S_ISSOCK(info.st_mode)) return;
  std::error_code error;
  Socket probe(loop.io());
  probe.connect(endpoint, error);
  if (error == asio::error::connection_refused) unlink(path.c_str());
}

class ChardevSocket final
    : public Typed<Chardev, api::ChardevSocketProps, api::ChardevSocketState> {
 public:
  explicit ChardevSocket(Platform& platform) : Typed(platform), retry_(platform.loop().io()) {}

  std::string filename() const override {
    std::string text =
        std::visit([](const auto& wrapper) { return describe(wrapper.data); }, props_.addr.u);
    return props_.server ? text + ",server=on" : text;
  }

 protected:
  Result<> on_realize() override {
    if (props_.wait)
      return fail(path() + ": 'wait' would keep the program from answering anybody; use wait=off");
    if (props_.server && props_.reconnect != 0)
      return fail(path() + ": 'reconnect' is not for servers");
    Result<> started = props_.server ? listen() : connect_now();
    if (started) return started;
    acceptor_.reset();
    return fail(fmt::format("{}: cannot use '{}': {}", path(), filename(), started.error().desc));
  }

  void on_unrealize() override {
    *self_ = nullptr;
    retry_.cancel();
    acceptor_.reset();
    if (socket_ != nullptr) {
      std::string rest = writer_->close() + drain_output();
      std::error_code ignored;
      // As much as the host takes at once: a peer that does not read must not keep us here.
      socket_->write_some(asio::buffer(rest), ignored);
    }
    disconnect();
    if (!bound_path_.empty()) unlink(bound_path_.c_str());
    bound_path_.clear();
  }

  void on_output() override {
    if (writer_ != nullptr) {
      writer_->run();
    } else {
      discard_output();
    }
  }

  void on_input_wanted() override {
    if (reader_ != nullptr) reader_->run();
  }

 private:
  Result<Protocol::endpoint> endpoint() {
    return std::visit(
        [this](const auto& wrapper) {
          return to_endpoint(platform().loop(), wrapper.data, props_.server);
        },
        props_.addr.u
    );
  }

  const api::UnixSocketAddress* unix_address() const {
    auto* wrapper = std::get_if<api::UnixSocketAddressWrapper>(&props_.addr.u);
    return wrapper != nullptr ? &wrapper->data : nullptr;
  }

  Result<> listen() {
    Protocol::endpoint where = TRY(endpoint());
    if (unix_address() != nullptr)
      remove_dead_socket(platform().loop(), unix_address()->path, where);
    std::error_code error;
    acceptor_ = std::make_unique<Acceptor>(platform().loop().io());
    acceptor_->open(where.protocol(), error);
    if (!error && unix_address() == nullptr)
      acceptor_->set_option(asio::socket_base::reuse_address(true), error);
    if (!error) acceptor_->bind(where, error);
    if (!error && unix_address() != nullptr) bound_path_ = unix_address()->path;
    if (!error) acceptor_->listen(1, error);
    if (error) return fail(error.message());
    accept();
    return {};
  }

  void accept() {
    auto peer = std::make_shared<Socket>(platform().loop().io());
    acceptor_->async_accept(*peer, [self = self_, peer](const std::error_code& error) {
      if (*self == nullptr || error == asio::error::operation_aborted) return;
      if (error) {
        (*self)->accept();
      } else {
        (*self)->connected(peer);
      }
    });
  }

  /// The first attempt of a client that never tries again decides whether there can be the backend
  /// at all.
  Result<> connect_now() {
    Protocol::endpoint where = TRY(endpoint());
    auto peer = std::make_shared<Socket>(platform().loop().io());
    std::error_code error;
    peer->connect(where, error);
    if (!error) connected(peer);
    if (error && props_.reconnect == 0) return fail(error.message());
    if (error) retry_later();
    return {};
  }

  void retry_later() {
    retry_.expires_after(std::chrono::seconds(props_.reconnect));
    retry_.async_wait([self = self_](const std::error_code& error) {
      if (!error && *self != nullptr)
        (void)(*self)->connect_now();  // fails only when it is not to try again
    });
  }

  void connected(std::shared_ptr<Socket> peer) {
    std::error_code ignored;
    if (props_.nodelay && unix_address() == nullptr)
      peer->set_option(asio::ip::tcp::no_delay(true), ignored);
    socket_ = std::move(peer);
    reader_ = std::make_shared<ReadPump<Socket>>(
        socket_,
        ReadPump<Socket>::Ends{
            .room = [this] { return input_room(); },
            .deliver =
                [this](const uint8_t* data, size_t size) {
                  deliver({data, size});
                },
            .ended = [this](const std::error_code&) { peer_left(); },
        }
    );
    writer_ = std::make_shared<WritePump<Socket>>(
        socket_,
        WritePump<Socket>::Ends{
            .take = [this](size_t most) { return take_output(most); },
            .ended = [this](const std::error_code&) { peer_left(); },
        }
    );
    accept_input();
  }

  void disconnect() {
    if (reader_ != nullptr) reader_->close();
    if (writer_ != nullptr) writer_->close();
    reader_ = nullptr;
    writer_ = nullptr;
    std::error_code ignored;
    if (socket_ != nullptr) socket_->close(ignored);
    socket_ = nullptr;
  }

  void peer_left() {
    disconnect();
    discard_output();
    if (acceptor_ != nullptr) {
      accept();
    } else if (props_.reconnect != 0) {
      retry_later();
    }
  }

  asio::steady_timer retry_;
  std::unique_ptr<Acceptor> acceptor_;
  std::shared_ptr<Socket> socket_;
  std::shared_ptr<ReadPump<Socket>> reader_;
  std::shared_ptr<WritePump<Socket>> writer_;
  std::string bound_path_;
  std::shared_ptr<ChardevSocket*> self_ = std::make_shared<ChardevSocket*>(this);
};

}  // namespace

Result<std::unique_ptr<Object>> create_chardev_socket(Platform& platform) {
  return std::make_unique<ChardevSocket>(platform);
}

}  // namespace vm
