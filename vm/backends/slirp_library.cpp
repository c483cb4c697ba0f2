// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/slirp_library.h"

#include "runtime/base/shared_library.h"

namespace vm {

Result<SlirpLibrary> SlirpLibrary::load() {
  const auto library = TRY(qapi::SharedLibrary::open("libslirp.so.0", "libslirp0"));
  SlirpLibrary slirp;
  TRY(library.find("slirp_new", slirp.create));
  TRY(library.find("slirp_cleanup", slirp.destroy));
  TRY(library.find("slirp_input", slirp.input));
  TRY(library.find("slirp_pollfds_fill", slirp.fill));
  TRY(library.find("slirp_pollfds_poll", slirp.poll));
  TRY(library.find("slirp_handle_timer", slirp.handle_timer));
  TRY(library.find("slirp_add_hostfwd", slirp.add_hostfwd));
  return slirp;
}

}  // namespace vm
