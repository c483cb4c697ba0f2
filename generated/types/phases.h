// Generated from schema/phases.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class ObjectReader;
class ObjectWriter;
class Reader;
class Writer;
}  // namespace qapi

namespace api {

/// Where a virtual machine stands, from an empty process to a guest that has ended.
enum class VmPhase {
  NoMachine,           ///< backends and monitors can exist; no machine does
  MachineCreated,      ///< the machine's description and parameters are chosen and checked
  AccelCreated,        ///< what will execute guest code is chosen
  MachineInitialized,  ///< the description's objects exist; devices can be added as if they had
                       ///< always been there
  Prelaunch,           ///< complete, and no guest instruction has been executed since power-on
  Running,             ///< the guest executes
  Paused,              ///< the guest is stopped and can go on
  GuestPanicked,       ///< the guest reported that it cannot go on
  Shutdown,            ///< the guest powered the machine off
};

std::string_view to_string(VmPhase value);
bool decode(const qapi::Reader& in, VmPhase& value);
void encode(qapi::Writer& out, VmPhase value);

/// Where a virtual machine stands, from an empty process to a guest that has ended.
enum class VmPhaseGroup {
  NoMachine,           ///< backends and monitors can exist; no machine does
  MachineCreated,      ///< the machine's description and parameters are chosen and checked
  AccelCreated,        ///< what will execute guest code is chosen
  MachineInitialized,  ///< the description's objects exist; devices can be added as if they had
                       ///< always been there
  MachineReady,  ///< the machine is complete; devices that are added from here on are hot-plugged
};

std::string_view to_string(VmPhaseGroup value);
bool decode(const qapi::Reader& in, VmPhaseGroup& value);
void encode(qapi::Writer& out, VmPhaseGroup value);

/// Where a virtual machine stands, from an empty process to a guest that has ended.
enum class RunState {
  Prelaunch,      ///< complete, and no guest instruction has been executed since power-on
  Running,        ///< the guest executes
  Paused,         ///< the guest is stopped and can go on
  GuestPanicked,  ///< the guest reported that it cannot go on
  Shutdown,       ///< the guest powered the machine off
};

std::string_view to_string(RunState value);
bool decode(const qapi::Reader& in, RunState& value);
void encode(qapi::Writer& out, RunState value);

/// Where an object stands, from its creation to its destruction.
enum class ObjectLife {
  Created,     ///< it has its parent and its name; its properties have their defaults
  Configured,  ///< its properties are set and checked; its regions and ports exist
  Realized,    ///< its links are resolved and it works
  Unrealized,  ///< it has let go of everything it used
  Destroyed,   ///< it is no longer in the tree
};

std::string_view to_string(ObjectLife value);
bool decode(const qapi::Reader& in, ObjectLife& value);
void encode(qapi::Writer& out, ObjectLife value);

/// Where an object stands, from its creation to its destruction.
enum class ObjectLifeGroup {
  Created,     ///< it has its parent and its name; its properties have their defaults
  Configured,  ///< its properties are set and checked; its regions and ports exist
  Realized,    ///< its links are resolved and it works
  Unrealized,  ///< it has let go of everything it used
  Destroyed,   ///< it is no longer in the tree
};

std::string_view to_string(ObjectLifeGroup value);
bool decode(const qapi::Reader& in, ObjectLifeGroup& value);
void encode(qapi::Writer& out, ObjectLifeGroup value);

}  // namespace api
