// SPDX-License-Identifier: Apache-2.0

#include "generated/objects/container.h"

#include "vm/object/object.h"

namespace vm {
namespace {

class Container final : public Typed<Object, api::ContainerProps, api::ContainerState> {};

}  // namespace

Result<std::unique_ptr<Object>> create_container(Platform&) {
  return std::make_unique<Container>();
}

}  // namespace vm
