// SPDX-License-Identifier: Apache-2.0

#include "vm/devices/address_space.h"

namespace vm {

Result<> devices::AddressSpaceDevice::on_configure() {
  TRY(Device::on_configure());
  space_.set_name(name());
  space_.set_size(props_.size);
  return {};
}

Result<std::unique_ptr<Object>> create_address_space(Platform&) {
  return std::make_unique<devices::AddressSpaceDevice>();
}

}  // namespace vm
