// SPDX-License-Identifier: Apache-2.0
//
// TLS for connections that others can listen to. TlsIdentity is who we are and whom we trust, from
// a folder of PEM files with the names that other emulators use: server-cert.pem, server-key.pem
// and, if clients must prove who they are, ca-cert.pem. TlsChannel is one connection; it shakes
// hands by itself when it is first read or written.
//
// OpenSSL is loaded with the first identity (runtime/qmp/openssl.h): a program that speaks no TLS
// pays nothing for it.

#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "runtime/base/result.h"

namespace qapi {

class TlsChannel;

class TlsIdentity {
 public:
  static Result<std::shared_ptr<const TlsIdentity>> load(const std::string& folder);

  ~TlsIdentity();
  TlsIdentity(const TlsIdentity&) = delete;
  TlsIdentity& operator=(const TlsIdentity&) = delete;

  /// The server's end of a connection, on a socket that does not block and stays its owner's.
  std::unique_ptr<TlsChannel> accept(int socket) const;

 private:
  struct State;

  explicit TlsIdentity(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

class TlsChannel {
 public:
  /// What the last attempt to read or write waits for.
  enum class Need {
    Nothing,
    Readable,
    Writable,
  };

  struct Transfer {
    size_t size = 0;
    bool ended = false;  ///< the peer is gone, or is none that we trust
    Need need = Need::Nothing;
  };

  ~TlsChannel();
  TlsChannel(const TlsChannel&) = delete;
  TlsChannel& operator=(const TlsChannel&) = delete;

  Transfer read(std::span<char> room);

  /// What was not written must be offered again, with or without more behind it.
  Transfer write(std::string_view text);

  /// Whether there is something to read that the socket has given already.
  bool has_unread() const;

  /// The same connection on another descriptor of it.
  void move_to(int socket);

  /// Tells the peer that nothing follows.
  void close();

 private:
  friend class TlsIdentity;
  struct State;

  explicit TlsChannel(std::unique_ptr<State> state);
  Transfer transferred(int result, size_t size) const;

  std::unique_ptr<State> state_;
};

}  // namespace qapi
