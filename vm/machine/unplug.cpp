// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/unplug.h"

#include <chrono>
#include <mutex>

#include "generated/events/device.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "vm/devices/hotplug_slot.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"

namespace vm {
namespace {

void collect(Object& object, std::vector<HotplugSlot*>& slots) {
  if (auto* slot = dynamic_cast<HotplugSlot*>(&object)) slots.push_back(slot);
  for (const auto& child : object.children()) {
    collect(*child, slots);
  }
}

/// Null when there is none any more, or nothing in it.
HotplugSlot* find_occupied(Vm& vm, const std::string& path) {
  const Result<Object*> found = find_object(vm.root(), path);
  auto* slot = found ? dynamic_cast<HotplugSlot*>(*found) : nullptr;
  return slot != nullptr && slot->card() != nullptr ? slot : nullptr;
}

void take_back_with_command(Vm& vm, HotplugSlot& slot) {
  vm.undo().add([&slot, before = slot.state()] { slot.restore(before); });
}

}  // namespace

std::vector<HotplugSlot*> slots_of(Object& machine) {
  std::vector<HotplugSlot*> slots;
  collect(machine, slots);
  return slots;
}

void plugged_in(Vm& vm, HotplugSlot& slot) {
  take_back_with_command(vm, slot);
  slot.card_has_come();
}

void pulled_out(Vm& vm, HotplugSlot& slot) {
  take_back_with_command(vm, slot);
  slot.card_has_gone();
}

void ask_to_unplug(Vm& vm, HotplugSlot& slot, std::optional<uint32_t> timeout_ms) {
  take_back_with_command(vm, slot);
  const unsigned number = slot.ask();
  if (!timeout_ms) return;
  const auto give_up = [&vm, path = slot.path(), number] {
    std::lock_guard lock(vm.machine_lock());
    HotplugSlot* asked = find_occupied(vm, path);
    if (asked == nullptr || !asked->is_asked(number)) return;
    asked->stop_asking();
    tell_unplug_failed(vm, path, api::UnplugFailure::Timeout);
  };
  vm.loop().run_after(std::chrono::milliseconds(*timeout_ms), give_up);
}

void remove_card(Vm& vm, const std::string& slot) {
  const HotplugSlot* released = find_occupied(vm, slot);
  if (released == nullptr || released->is_in_use()) return;
  const qapi::Json arguments = {{"id", released->card()->path()}};
  const qapi::Origin guest{.where = "guest"};
  const auto removed = vm.dispatcher().dispatch({"device-remove", arguments, guest});
  // It can be removed by somebody else later on.
  if (!removed) vm.log_guest(slot, removed.error().desc);
}

void tell_unplug_failed(Vm& vm, const std::string& slot, api::UnplugFailure reason) {
  const HotplugSlot* asked = find_occupied(vm, slot);
  if (asked == nullptr) return;
  const Object& card = *asked->card();
  api::emit_device_unplug_guest_error(
      vm.events(),
      {.device = card.name(), .path = card.path(), .reason = reason}
  );
}

}  // namespace vm
