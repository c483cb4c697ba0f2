// Generated from schema/devices/virtio/virtio-console.json by codegen/templates/objects.h.j2.  Do
// not edit.
//
// What is declared here is defined by hand in vm/devices/virtio/virtio_console.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "generated/types/virtio.h"

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `virtio-console`.
struct VirtioConsoleProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;

  /// the transport that offers it to the guest; each has one device
  vm::Link bus;

  /// offer packed virtqueues, which a driver may use instead of split ones
  bool packed = false;

  /// offer to say exactly when to interrupt and notify
  bool event_idx = true;

  /// offer descriptors that lie outside of the queue
  bool indirect_desc = true;

  /// insist on a driver that asks the platform how addresses are translated; here they are not
  bool access_platform = false;

  /// the other end of the console; without one, what is sent is lost
  vm::Link chardev;

  /// the other ends of more lines, from port 1 on (30 at most) (0 to 30)
  std::optional<std::vector<vm::Link>> ports;

  /// how the guest calls these, the first is that of port 1; Linux makes `/dev/virtio-ports/NAME`
  /// of it (0 to 30)
  std::optional<std::vector<std::string>> port_names;

  /// width of the console in characters; 0: that of the terminal that `chardev` is, followed as
  /// it changes, or else not known
  uint16_t columns = 0;

  /// its height; likewise
  uint16_t rows = 0;

  /// characters lost because the guest did not take them
  uint64_t overruns = 0;
};

/// What a snapshot of `virtio-console` holds.
struct VirtioConsoleState {
  /// registers that all devices have
  VirtioState virtio;

  /// of each port, whether the guest uses it
  std::vector<bool> opened;

  /// of each port, how much is done of the buffer that is being sent
  std::vector<uint32_t> sent;

  /// what the guest is still to be told of its ports: number, event and value, from the highest
  /// bit down in 32, 16 and 16 bits
  std::vector<uint64_t> messages;

  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// A console, and more serial lines if wanted: VIRTIO 1.2, section 5.3. Linux calls the console
/// `hvc0`, and the others `vportNpM`.
Result<std::unique_ptr<Object>> create_virtio_console(Platform& platform);

}  // namespace vm
