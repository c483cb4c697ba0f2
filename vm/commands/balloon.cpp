// SPDX-License-Identifier: Apache-2.0

#include "generated/commands/balloon.h"

#include <vector>

#include "vm/devices/virtio/virtio_balloon.h"
#include "vm/machine/vm.h"
#include "vm/object/gather.h"

namespace vm {
namespace {

Result<VirtioBalloon*> find_balloon(Vm& vm) {
  const std::vector<VirtioBalloon*> balloons = gather<VirtioBalloon>(vm.machine());
  if (!balloons.empty()) return balloons.front();
  return fail("no balloon device has been activated", ErrorClass::DeviceNotActive);
}

}  // namespace

Result<> commands::balloon(Vm& vm, const api::BalloonArgs& args) {
  VirtioBalloon* const balloon = TRY(find_balloon(vm));
  const uint64_t before = balloon->target();
  balloon->set_target(static_cast<uint64_t>(args.value));
  vm.undo().add([balloon, before] { balloon->set_target(before); });
  return {};
}

Result<api::BalloonInfo> commands::query_balloon(Vm& vm) {
  const VirtioBalloon* const balloon = TRY(find_balloon(vm));
  return api::BalloonInfo{.actual = static_cast<int64_t>(balloon->actual())};
}

}  // namespace vm
