// SPDX-License-Identifier: Apache-2.0
//
// AddressSpaceDevice is an address space that machines, commands and links can name.

#pragma once

#include "generated/objects/address_space.h"

#include "vm/devices/device.h"
#include "vm/memory/address_space.h"

namespace vm::devices {

class AddressSpaceDevice final
    : public Typed<Device, api::AddressSpaceProps, api::AddressSpaceState> {
 public:
  AddressSpace& space() { return space_; }

  void reset() override {}

 protected:
  Result<> on_configure() override;

 private:
  AddressSpace space_{""};
};

}  // namespace vm::devices
