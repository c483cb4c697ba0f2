// SPDX-License-Identifier: Apache-2.0
//
// Registers, memory and breakpoints: "Debugging with GDB", E.2 "Packets".

#include <algorithm>

#include "vm/devices/riscv_hart.h"
#include "vm/gdb/hex.h"
#include "vm/gdb/memory.h"
#include "vm/gdb/packet.h"
#include "vm/gdb/registers.h"
#include "vm/gdb/stand_still.h"
#include "vm/gdb/stub.h"

namespace vm::gdb {
namespace {

// Numbers of errors mean nothing to gdb; those are errno's.
constexpr const char* kNoSuchThread = "E03";
constexpr const char* kBadAddress = "E0e";
constexpr const char* kMalformed = "E16";

}  // namespace

void Stub::select_thread(std::string_view arguments) {
  const bool is_general = take(arguments, 'g');
  if (!is_general && !take(arguments, 'c')) return reply(kMalformed);
  const auto id = take_thread_id(arguments);
  if (!id) return reply(kMalformed);
  const auto thread = find_thread(*id);
  if (!thread) return reply(kNoSuchThread);
  if (is_general) {
    general_ = thread->id;
  } else {
    resumed_ = *id;
  }
  reply("OK");
}

void Stub::tell_alive(std::string_view arguments) {
  const auto id = take_thread_id(arguments);
  reply(id && find_thread(*id) ? "OK" : kNoSuchThread);
}

void Stub::read_registers(std::string_view) {
  const auto thread = general_thread();
  if (!thread) return reply(kNoSuchThread);
  const StandStill still(vm_);
  std::string bytes;
  for (unsigned number = 0; number < kGeneralRegisters; ++number) {
    bytes += *read_register(*thread->hart, number);
  }
  reply(to_hex(bytes));
}

void Stub::write_registers(std::string_view arguments) {
  const auto thread = general_thread();
  const auto bytes = from_hex(arguments);
  if (!thread || !bytes) return reply(thread ? kMalformed : kNoSuchThread);
  const StandStill still(vm_);
  std::string_view rest = *bytes;
  for (unsigned number = 0; number < kGeneralRegisters && !rest.empty(); ++number) {
    const unsigned size = register_size(*thread->hart, number);
    if (!write_register(*thread->hart, number, rest.substr(0, size))) return reply(kMalformed);
    rest.remove_prefix(size);
  }
  reply("OK");
}

void Stub::read_one_register(std::string_view arguments) {
  const auto thread = general_thread();
  const auto number = take_number(arguments);
  if (!thread || !number || *number > kPrivilege) return reply(kMalformed);
  const StandStill still(vm_);
  const auto bytes = read_register(*thread->hart, static_cast<unsigned>(*number));
  reply(bytes ? to_hex(*bytes) : kMalformed);
}

void Stub::write_one_register(std::string_view arguments) {
  const auto thread = general_thread();
  const auto number = take_number(arguments);
  const bool has_value = take(arguments, '=');
  const auto bytes = from_hex(arguments);
  if (!thread || !number || *number > kPrivilege || !has_value || !bytes) return reply(kMalformed);
  const StandStill still(vm_);
  const bool is_written = write_register(*thread->hart, static_cast<unsigned>(*number), *bytes);
  reply(is_written ? "OK" : "E.the register cannot be written");
}

/// What `ADDRESS,SIZE` names, or as much of it as a packet holds and can be read. An error has been
/// answered if there is nothing.
std::optional<std::string> Stub::read_range(std::string_view arguments) {
  const auto thread = general_thread();
  const auto address = take_number(arguments);
  const bool has_comma = take(arguments, ',');
  const auto size = take_number(arguments);
  if (!thread || !address || !has_comma || !size) {
    reply(kMalformed);
    return std::nullopt;
  }
  const StandStill still(vm_);
  const MemoryAccess access{*thread->hart, vm_.machine_lock(), is_physical_};
  const auto most = static_cast<size_t>(std::min<uint64_t>(*size, kMaxPayload / 2 - 1));
  std::string bytes = read_memory(access, *address, most);
  if (!bytes.empty() || most == 0) return bytes;
  reply(kBadAddress);
  return std::nullopt;
}

void Stub::read(std::string_view arguments) {
  if (const auto bytes = read_range(arguments)) reply(to_hex(*bytes));
}

void Stub::read_binary(std::string_view arguments) {
  if (const auto bytes = read_range(arguments)) reply("b" + escaped(*bytes));
}

/// The harts may have decoded what was there.
void Stub::write_bytes(uint64_t address, std::string_view bytes) {
  const auto thread = general_thread();
  if (!thread) return reply(kNoSuchThread);
  const StandStill still(vm_);
  const MemoryAccess access{*thread->hart, vm_.machine_lock(), is_physical_};
  const bool is_written = write_memory(access, address, bytes);
  for (const Thread& each : all_threads()) {
    each.hart->hart().state_changed();
  }
  reply(is_written ? "OK" : kBadAddress);
}

void Stub::write(std::string_view arguments) {
  const auto address = take_number(arguments);
  const bool has_comma = take(arguments, ',');
  const auto size = take_number(arguments);
  const bool has_colon = take(arguments, ':');
  const auto bytes = from_hex(arguments);
  const bool is_sound = address && has_comma && size && has_colon && bytes;
  if (!is_sound || bytes->size() != *size) return reply(kMalformed);
  write_bytes(*address, *bytes);
}

void Stub::write_binary(std::string_view arguments) {
  const auto address = take_number(arguments);
  const bool has_comma = take(arguments, ',');
  const auto size = take_number(arguments);
  const bool has_colon = take(arguments, ':');
  const std::string bytes = unescaped(arguments);
  if (!address || !has_comma || !size || !has_colon || bytes.size() != *size) {
    return reply(kMalformed);
  }
  write_bytes(*address, bytes);
}

/// Of the process of the thread that is looked at. Conditions and commands, which we said nothing
/// of, are not sent.
std::optional<Point> Stub::parse_own_point(std::string_view arguments) const {
  auto point = parse_point(arguments);
  const auto thread = general_thread();
  if (!point || !thread) return std::nullopt;
  point->process = thread->process;
  return point;
}

void Stub::insert_point(std::string_view arguments) {
  const auto point = parse_own_point(arguments);
  if (!point) return reply(kMalformed);
  const StandStill still(vm_);
  breakpoints_.insert(*point, all_threads());
  reply("OK");
}

void Stub::remove_point(std::string_view arguments) {
  const auto point = parse_own_point(arguments);
  if (!point) return reply(kMalformed);
  const StandStill still(vm_);
  breakpoints_.remove(*point, all_threads());
  reply("OK");
}

}  // namespace vm::gdb
