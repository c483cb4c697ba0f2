// SPDX-License-Identifier: Apache-2.0
//
// OpenSsl is as much of OpenSSL as tls.cpp calls, from the system's shared library, which is loaded
// when the first identity is: a program that speaks no TLS has none of it in memory.
//
//   const OpenSsl& ssl = *TRY(OpenSsl::load());
//   SSL* const channel = ssl.SSL_new(context);

#pragma once

#include <openssl/err.h>
#include <openssl/ssl.h>

#include "runtime/base/result.h"

namespace qapi {

/// The functions, each once. What openssl/ssl.h gives as macros comes down to SSL_CTX_ctrl.
#define QAPI_OPENSSL_FUNCTIONS(X)       \
  X(ERR_clear_error)                    \
  X(ERR_peek_last_error)                \
  X(ERR_reason_error_string)            \
  X(SSL_CTX_ctrl)                       \
  X(SSL_CTX_free)                       \
  X(SSL_CTX_load_verify_file)           \
  X(SSL_CTX_new)                        \
  X(SSL_CTX_set_verify)                 \
  X(SSL_CTX_use_PrivateKey_file)        \
  X(SSL_CTX_use_certificate_chain_file) \
  X(SSL_free)                           \
  X(SSL_get_error)                      \
  X(SSL_is_init_finished)               \
  X(SSL_new)                            \
  X(SSL_pending)                        \
  X(SSL_read_ex)                        \
  X(SSL_set_accept_state)               \
  X(SSL_set_fd)                         \
  X(SSL_shutdown)                       \
  X(SSL_write_ex)                       \
  X(TLS_server_method)

struct OpenSsl {
#define QAPI_DECLARE(name) decltype(&::name) name = nullptr;
  QAPI_OPENSSL_FUNCTIONS(QAPI_DECLARE)
#undef QAPI_DECLARE

  /// Loads it once for the whole program; the error names the file and the reason.
  static Result<const OpenSsl*> load();

  /// What has been loaded, for whoever has something that came from it.
  static const OpenSsl& loaded();
};

}  // namespace qapi
