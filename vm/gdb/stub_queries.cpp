// SPDX-License-Identifier: Apache-2.0
//
// What gdb asks about the target: "Debugging with GDB", E.4 "General Query Packets".

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "runtime/script/script.h"
#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/gdb/packet.h"
#include "vm/gdb/registers.h"
#include "vm/gdb/stand_still.h"
#include "vm/gdb/stub.h"

namespace vm::gdb {
namespace {

std::string_view mode_name(uint8_t privilege) {
  constexpr uint8_t kUser = 0;
  constexpr uint8_t kSupervisor = 1;
  if (privilege == kUser) return "user mode";
  return privilege == kSupervisor ? "supervisor mode" : "machine mode";
}

/// A part of a document, and whether more follows.
std::string part_of(std::string_view document, uint64_t offset, uint64_t length) {
  if (offset >= document.size()) return "l";
  const uint64_t most = std::min<uint64_t>(length, kMaxPayload / 2);  // all may be escaped
  const std::string_view part = document.substr(offset, most);
  const bool is_last = offset + part.size() == document.size();
  return (is_last ? "l" : "m") + escaped(part);
}

}  // namespace

void Stub::tell_supported(std::string_view features) {
  take(features, ':');
  while (!features.empty()) {
    const std::string_view feature = take_until(features, ';');
    has_processes_ |= feature == "multiprocess+";
    knows_software_breaks_ |= feature == "swbreak+";
    knows_hardware_breaks_ |= feature == "hwbreak+";
  }
  reply(fmt::format(
      "PacketSize={:x};QStartNoAckMode+;multiprocess+;qXfer:features:read+;swbreak+;hwbreak+;"
      "vContSupported+",
      kMaxPayload
  ));
}

void Stub::start_no_ack_mode(std::string_view) {
  reply("OK");
  peer_.end_acknowledgements();
}

/// Whether gdb is to detach, rather than kill, when it ends.
void Stub::tell_attached(std::string_view) {
  reply("1");
}

void Stub::tell_current_thread(std::string_view) {
  const auto thread = general_thread();
  reply(thread ? "QC" + name_of(*thread) : std::string());
}

void Stub::list_threads(std::string_view arguments) {
  listed_ = 0;
  list_more_threads(arguments);
}

void Stub::list_more_threads(std::string_view) {
  const std::vector<Thread> threads = attached_threads();
  std::string text;
  for (; listed_ < threads.size(); ++listed_) {
    const std::string name = name_of(threads[listed_]);
    if (text.size() + 1 + name.size() > kMaxPayload) break;
    text += (text.empty() ? "m" : ",") + name;
  }
  reply(text.empty() ? "l" : text);
}

void Stub::tell_thread_info(std::string_view arguments) {
  const auto id = take_thread_id(arguments);
  const auto thread = id ? find_thread(*id) : std::nullopt;
  if (!thread) return reply("E01");
  const StandStill still(vm_);
  const api::RiscvHartState& state = thread->hart->hart().state();
  reply(to_hex(fmt::format(
      "{}: {}{}",
      thread->hart->path(),
      mode_name(state.privilege),
      state.waiting ? ", waits for an interrupt" : ""
  )));
}

void Stub::transfer_description(std::string_view arguments) {
  const std::string_view annex = take_until(arguments, ':');
  const auto offset = take_number(arguments);
  const bool has_comma = take(arguments, ',');
  const auto length = take_number(arguments);
  const auto thread = general_thread();
  if (annex != "target.xml" || !thread) return reply("E00");
  if (!offset || !has_comma || !length) return reply("E01");
  const StandStill still(vm_);
  reply(part_of(target_description(*thread->hart), *offset, *length));
}

/// gdb's command `monitor`: a line as scripts have them.
void Stub::run_command(std::string_view arguments) {
  const auto line = from_hex(arguments);
  if (!line) return reply("E01");
  const auto invocations = qapi::parse_script(*line, origin_.where);
  if (!invocations) {
    print(invocations.error().desc + "\n");
    return reply("OK");
  }
  for (const qapi::Invocation& invocation : *invocations) {
    const Result<std::string> answer = vm_.dispatcher().dispatch(invocation);
    if (!answer) {
      print(answer.error().desc + "\n");
      break;
    }
    if (*answer != "{}") print(*answer + "\n");
  }
  reply("OK");
}

// An extension of QEMU's, which people use by gdb's `maintenance packet`: addresses are physical.

void Stub::tell_memory_mode(std::string_view) {
  reply(is_physical_ ? "1" : "0");
}

void Stub::set_memory_mode(std::string_view arguments) {
  if (arguments != "0" && arguments != "1") return reply("E22");
  is_physical_ = arguments == "1";
  reply("OK");
}

}  // namespace vm::gdb
