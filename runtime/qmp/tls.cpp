// SPDX-License-Identifier: Apache-2.0

#include "runtime/qmp/tls.h"

#include <climits>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "runtime/qmp/openssl.h"

namespace qapi {

namespace {

/// What OpenSSL says went wrong last.
std::string reason() {
  const OpenSsl& ssl = OpenSsl::loaded();
  const char* const text = ssl.ERR_reason_error_string(ssl.ERR_peek_last_error());
  ssl.ERR_clear_error();
  return text != nullptr ? text : "unknown reason";
}

tl::unexpected<Error> cannot_use(const std::string& file) {
  return fail(fmt::format("cannot use '{}': {}", file, reason()));
}

struct FreeContext {
  void operator()(SSL_CTX* context) const { OpenSsl::loaded().SSL_CTX_free(context); }
};

struct FreeChannel {
  void operator()(SSL* channel) const { OpenSsl::loaded().SSL_free(channel); }
};

}  // namespace

struct TlsIdentity::State {
  std::unique_ptr<SSL_CTX, FreeContext> context;
};

struct TlsChannel::State {
  std::unique_ptr<SSL, FreeChannel> channel;
};

TlsIdentity::TlsIdentity(std::unique_ptr<State> state) : state_(std::move(state)) {}
TlsIdentity::~TlsIdentity() = default;

Result<std::shared_ptr<const TlsIdentity>> TlsIdentity::load(const std::string& folder) {
  const OpenSsl& ssl = *TRY(OpenSsl::load());
  auto state = std::make_unique<State>();
  state->context.reset(ssl.SSL_CTX_new(ssl.TLS_server_method()));
  SSL_CTX* const context = state->context.get();
  if (context == nullptr) return fail("cannot begin TLS: " + reason());
  ssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, TLS1_2_VERSION, nullptr);
  // What is to be sent lies in a buffer that grows while it waits.
  constexpr long kModes = SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER;
  ssl.SSL_CTX_ctrl(context, SSL_CTRL_MODE, kModes, nullptr);
  // Each connection proves itself; there is nothing to resume.
  ssl.SSL_CTX_ctrl(context, SSL_CTRL_SET_SESS_CACHE_MODE, SSL_SESS_CACHE_OFF, nullptr);
  const std::string certificate = folder + "/server-cert.pem";
  const std::string key = folder + "/server-key.pem";
  const std::string authority = folder + "/ca-cert.pem";
  if (ssl.SSL_CTX_use_certificate_chain_file(context, certificate.c_str()) != 1)
    return cannot_use(certificate);
  if (ssl.SSL_CTX_use_PrivateKey_file(context, key.c_str(), SSL_FILETYPE_PEM) != 1)
    return cannot_use(key);
  if (::access(authority.c_str(), F_OK) == 0) {
    if (ssl.SSL_CTX_load_verify_file(context, authority.c_str()) != 1) return cannot_use(authority);
    ssl.SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
  }
  return std::shared_ptr<const TlsIdentity>(new TlsIdentity(std::move(state)));
}

std::unique_ptr<TlsChannel> TlsIdentity::accept(int socket) const {
  const OpenSsl& ssl = OpenSsl::loaded();
  auto state = std::make_unique<TlsChannel::State>();
  state->channel.reset(ssl.SSL_new(state_->context.get()));
  ssl.SSL_set_fd(state->channel.get(), socket);
  ssl.SSL_set_accept_state(state->channel.get());
  return std::unique_ptr<TlsChannel>(new TlsChannel(std::move(state)));
}

TlsChannel::TlsChannel(std::unique_ptr<State> state) : state_(std::move(state)) {}
TlsChannel::~TlsChannel() = default;

TlsChannel::Transfer TlsChannel::read(std::span<char> room) {
  const OpenSsl& ssl = OpenSsl::loaded();
  size_t size = 0;
  ssl.ERR_clear_error();
  const int result = ssl.SSL_read_ex(state_->channel.get(), room.data(), room.size(), &size);
  return transferred(result, size);
}

TlsChannel::Transfer TlsChannel::write(std::string_view text) {
  const OpenSsl& ssl = OpenSsl::loaded();
  size_t size = 0;
  ssl.ERR_clear_error();
  const int result = ssl.SSL_write_ex(state_->channel.get(), text.data(), text.size(), &size);
  return transferred(result, size);
}

TlsChannel::Transfer TlsChannel::transferred(int result, size_t size) const {
  if (result == 1) return {.size = size};
  const OpenSsl& ssl = OpenSsl::loaded();
  switch (ssl.SSL_get_error(state_->channel.get(), result)) {
    case SSL_ERROR_WANT_READ: return {.need = Need::Readable};
    case SSL_ERROR_WANT_WRITE: return {.need = Need::Writable};
    default: ssl.ERR_clear_error(); return {.ended = true};
  }
}

bool TlsChannel::has_unread() const {
  return OpenSsl::loaded().SSL_pending(state_->channel.get()) > 0;
}

void TlsChannel::move_to(int socket) {
  OpenSsl::loaded().SSL_set_fd(state_->channel.get(), socket);
}

void TlsChannel::close() {
  const OpenSsl& ssl = OpenSsl::loaded();
  if (ssl.SSL_is_init_finished(state_->channel.get()) == 1) ssl.SSL_shutdown(state_->channel.get());
  ssl.ERR_clear_error();
}

}  // namespace qapi
