// Generated from schema/devices/mailbox.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/devices/mailbox.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `mailbox`.
struct MailboxProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// number of channels (1 to 64) (1 to 64)
  uint32_t channels = 1;
};

/// What a snapshot of `mailbox` holds.
struct MailboxState {
  /// what each side has sent: the channels of side 0, then those of side 1
  std::vector<uint32_t> words;

  /// which of them wait to be received, likewise
  std::vector<bool> full;

  /// the ENABLE registers, likewise
  std::vector<uint8_t> enable;

  static const qapi::ObjectType kType;
};

/// Ports of `mailbox`: regions, inputs and outputs, each numbered from zero.
struct MailboxPort {
  static constexpr unsigned kRegs = 0;  ///< registers of each side
  static constexpr unsigned kIrq = 0;   ///< interrupt of each side
};

}  // namespace api

namespace vm {

/// Two processors that share no interrupt controller hand each other words through it. There
/// are two sides, 0 and 1, with the same registers; what one sends the other receives, and is
/// interrupted. Channels hold a word in each direction and do not touch one another. A channel
/// takes 16 bytes: SEND at 0, RECEIVE at 4, STATUS at 8, ENABLE at 12. A write to SEND while
/// the last word has not been received is dropped. STATUS bit 0: a word waits to be received;
/// bit 1: one can be sent. ENABLE: which of the two interrupt. Reading RECEIVE takes the word
/// away.
Result<std::unique_ptr<Object>> create_mailbox(Platform& platform);

}  // namespace vm
