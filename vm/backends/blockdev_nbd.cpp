// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/blockdev_nbd.h"

#include <future>
#include <utility>

#include <fmt/format.h>

#include "runtime/dispatch/descriptors.h"
#include "vm/backends/nbd_client.h"
#include "vm/backends/socket_address.h"
#include "vm/object/platform.h"

namespace vm {
namespace {

class BlockdevNbd final : public Typed<Blockdev, api::BlockdevNbdProps, api::BlockdevNbdState> {
 public:
  explicit BlockdevNbd(Platform& platform) : Typed(platform) {}

  std::string filename() const override {
    return fmt::format("nbd+{}/{}", describe(props_.server, "tcp"), export_name());
  }

  int perform(const BlockRequest& request) override {
    const bool is_beyond = request.offset > size() || request.length > size() - request.offset;
    if (is_beyond) return ENOSPC;
    if (request.kind == BlockRequest::Kind::Discard && !unmaps()) return 0;
    std::promise<int> result;
    client_->submit(request, [&result](int error) { result.set_value(error); });
    return result.get_future().get();
  }

 protected:
  Result<> on_realize() override {
    NbdClient::Options options = TRY(address());
    options.export_name = export_name();
    options.reconnect_delay = std::chrono::seconds(props_.reconnect_delay);
    options.open_timeout = std::chrono::seconds(props_.open_timeout);
    Result<std::unique_ptr<NbdClient>> client = NbdClient::open(std::move(options));
    if (!client) {
      return fail(fmt::format("{}: {}: {}", path(), filename(), client.error().desc));
    }
    bool read_only = props_.read_only.value_or(false);
    if ((*client)->is_read_only() && !read_only) {
      read_only = props_.auto_read_only.value_or(false);
      if (!read_only) {
        return fail(fmt::format("{}: the export is read-only; use read-only=on", path()));
      }
    }
    client_ = *std::move(client);
    set_size(client_->size());
    set_read_only(read_only);
    return {};
  }

  void on_unrealize() override {
    drain();
    client_ = nullptr;
  }

  void start(BlockRequest request) override {
    const bool ignores = request.kind == BlockRequest::Kind::Discard && !unmaps();
    if (ignores) return finish(std::move(request), 0);
    BlockRequest asked = request;
    asked.may_unmap = asked.may_unmap && unmaps();
    client_->submit(std::move(asked), [this, request = std::move(request)](int error) {
      finish(request, error);
    });
  }

  void wait_idle() override {
    if (client_ != nullptr) client_->wait_idle();
  }

 private:
  std::string export_name() const { return props_.export_.value_or(""); }
  bool unmaps() const { return props_.discard == api::BlockdevDiscardOptions::Unmap; }

  Result<NbdClient::Options> address() {
    NbdClient::Options options;
    switch (props_.server.type()) {
      case api::SocketAddressType::Inet: {
        const auto& inet = *props_.server.u.get_if<api::InetSocketAddress>();
        options.host = inet.host;
        options.port = inet.port;
        return options;
      }
      case api::SocketAddressType::Unix:
        options.socket_path = props_.server.u.get_if<api::UnixSocketAddress>()->path;
        return options;
      case api::SocketAddressType::Fd: {
        const auto& fd = *props_.server.u.get_if<api::FdSocketAddress>();
        qapi::Fd taken = TRY(platform().descriptors().take(fd.str));
        options.socket = taken.release();
        return options;
      }
    }
    return options;
  }

  std::unique_ptr<NbdClient> client_;
};

}  // namespace

Result<std::unique_ptr<Object>> create_blockdev_nbd(Platform& platform) {
  return std::make_unique<BlockdevNbd>(platform);
}

}  // namespace vm
