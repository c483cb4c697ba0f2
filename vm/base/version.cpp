// SPDX-License-Identifier: Apache-2.0

#include "vm/base/version.h"

namespace vm {

api::VersionInfo version() {
  return {
      .qemu = {.major_ = COLDPLUG_MAJOR, .minor_ = COLDPLUG_MINOR, .micro = COLDPLUG_MICRO},
      .package = "coldplug",
  };
}

}  // namespace vm
