// SPDX-License-Identifier: Apache-2.0
//
// DebugServer is where a debugger connects to look at the guest. It is a client of the core, made
// by a command; the core tells it when the guest has stopped, and when the program ends.

#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace vm {

/// Why the guest has come to stand in debug.
struct DebugStop {
  enum class Reason {
    Breakpoint,
    Load,  ///< a watchpoint
    Store,
    Step,
  };

  Reason reason = Reason::Step;
  std::string hart;      ///< path
  uint64_t address = 0;  ///< of the instruction, or of what is watched
};

class DebugServer {
 public:
  virtual ~DebugServer() = default;

  virtual const std::string& id() const = 0;

  /// Its address, with the port that was chosen.
  virtual std::string listen() const = 0;

  /// Who is connected.
  virtual std::optional<std::string> client() const = 0;

  /// The guest does not execute any more, or not at present. On the main thread, without the
  /// machine lock.
  virtual void guest_stopped() = 0;

  /// The program is about to end.
  virtual void program_ends(int exit_status) = 0;
};

}  // namespace vm
