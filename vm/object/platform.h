// SPDX-License-Identifier: Apache-2.0
//
// Platform is all that an object may ask of the program around it: time, the event loop, the
// machine lock, the log of the guest's mistakes, and requests that end or restart the machine.
// There are no globals beside it.

#pragma once

#include <cstdint>
#include <mutex>
#include <string_view>

#include "runtime/json/compat.h"
#include "vm/object/incident.h"

namespace qapi {
class Descriptors;
class EventLoop;
}  // namespace qapi

namespace vm {

class ObjectFactory;
class VirtualClock;

/// Why the guest ended.
enum class GuestEnd {
  PowerOff,
  Panic
};

class Platform {
 public:
  virtual ~Platform() = default;

  virtual qapi::EventLoop& loop() = 0;

  /// Open files that somebody handed over, for objects that refer to them by name.
  virtual qapi::Descriptors& descriptors() = 0;

  /// Guest time: stands still unless the guest runs.
  virtual VirtualClock& clock() = 0;

  /// Held by whoever touches devices: the main thread in handlers and commands, a CPU thread around
  /// MMIO.
  virtual std::mutex& machine_lock() = 0;

  /// For composites that make their own parts.
  virtual const ObjectFactory& factory() = 0;

  /// What becomes of deprecated and unstable properties, and of names of other emulators, which
  /// are deprecated all.
  virtual qapi::CompatPolicy compat_policy() const { return {}; }

  /// Somebody used a name of another emulator.
  virtual void note_other_name() {}

  /// Requests of the guest; carried out on the main thread soon after, while CPUs stop at once. Any
  /// thread.
  virtual void request_shutdown(GuestEnd end, int exit_status) = 0;
  virtual void request_reset() = 0;

  /// The harts stand still until the guest is woken; its time goes on.
  virtual void request_suspend() = 0;

  /// A device wakes a guest that sleeps; another is not disturbed. Any thread.
  virtual void request_wakeup() = 0;

  /// Something happened to the guest: what follows does so soon after. Any thread.
  virtual void report(Incident incident) = 0;

  /// A person at a console asks the program to end (Ctrl-A x). Main thread.
  virtual void request_quit() = 0;

  /// What the guest did wrong, for who debugs it: an access to nothing, a value that means nothing.
  /// Any thread.
  virtual void log_guest(std::string_view object_path, std::string_view message) = 0;
};

}  // namespace vm
