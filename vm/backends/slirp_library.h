// SPDX-License-Identifier: Apache-2.0
//
// SlirpLibrary is libslirp, loaded when the first network needs it: a program without one starts
// without what it would cost, and also where it is not installed.
//
//   SlirpLibrary slirp = TRY(SlirpLibrary::load());
//   Slirp* network = slirp.create(&config, &callbacks, this);

#pragma once

#include <slirp/libslirp.h>

#include "vm/base/result.h"

namespace vm {

struct SlirpLibrary {
  decltype(&slirp_new) create = nullptr;
  decltype(&slirp_cleanup) destroy = nullptr;
  decltype(&slirp_input) input = nullptr;
  decltype(&slirp_pollfds_fill) fill = nullptr;
  decltype(&slirp_pollfds_poll) poll = nullptr;
  decltype(&slirp_handle_timer) handle_timer = nullptr;
  decltype(&slirp_add_hostfwd) add_hostfwd = nullptr;

  /// It stays loaded.
  static Result<SlirpLibrary> load();
};

}  // namespace vm
