// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/unplug.h"

#include <chrono>
#include <mutex>

#include "generated/events/device.h"

#include "runtime/dispatch/dispatcher.h"
#include "runtime/json/json.h"
#include "runtime/loop/event_loop.h"
#include "vm/devices/card_slot.h"
#include "vm/machine/vm.h"
#include "vm/object/find.h"

namespace vm {
namespace {

/// Null when there is none any more, or nothing in it.
CardSlot* find_occupied(Vm& vm, const std::string& path) {
  const Result<Object*> found = find_object(vm.root(), path);
  auto* slot = found ? dynamic_cast<CardSlot*>(*found) : nullptr;
  return slot != nullptr && !slot->cards().empty() ? slot : nullptr;
}

void take_back_with_command(Vm& vm, CardSlot& slot) {
  vm.undo().add([&slot, before = slot.slot_state()] { slot.restore(before); });
}

}  // namespace

void update_presence(Vm& vm, CardSlot& slot) {
  take_back_with_command(vm, slot);
  slot.update_presence();
}

void ask_to_unplug(Vm& vm, CardSlot& slot, std::optional<uint32_t> timeout_ms) {
  take_back_with_command(vm, slot);
  const unsigned number = slot.ask();
  if (!timeout_ms) return;
  const auto give_up = [&vm, path = slot.slot_path(), number] {
    std::lock_guard lock(vm.machine_lock());
    CardSlot* asked = find_occupied(vm, path);
    if (asked == nullptr || !asked->is_asked(number)) return;
    asked->stop_asking();
    tell_unplug_failed(vm, path, api::UnplugFailure::Timeout);
  };
  vm.loop().run_after(std::chrono::milliseconds(*timeout_ms), give_up);
}

void remove_cards(Vm& vm, const std::string& slot) {
  for (;;) {
    CardSlot* released = find_occupied(vm, slot);
    if (released == nullptr || released->is_in_use()) return;
    const qapi::Json arguments = {{"id", released->cards().front()->path()}};
    const qapi::Origin guest{.where = "guest"};
    const auto removed = vm.dispatcher().dispatch({"device-remove", arguments, guest});
    // It can be removed by somebody else later on.
    if (!removed) return vm.log_guest(slot, removed.error().desc);
  }
}

void tell_unplug_failed(Vm& vm, const std::string& slot, api::UnplugFailure reason) {
  CardSlot* asked = find_occupied(vm, slot);
  if (asked == nullptr) return;
  for (const Object* card : asked->cards()) {
    api::emit_device_unplug_guest_error(
        vm.events(),
        {.device = card->name(), .path = card->path(), .reason = reason}
    );
  }
}

}  // namespace vm
