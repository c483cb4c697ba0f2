// Generated from schema/phases.json by codegen/templates/types.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace qapi {
class EnumType;
class ObjectType;
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
  Inmigrate,           ///< complete, and waits for the state of a guest that was saved elsewhere
  Running,             ///< the guest executes
  Paused,              ///< the guest is stopped and can go on
  Suspended,           ///< the guest sleeps until something wakes it; its time goes on
  Debug,               ///< a hart stands at a breakpoint
  IoError,             ///< a backend could not write what the guest had sent; going on tries again
  InternalError,       ///< a hart can execute nothing any more
  GuestPanicked,       ///< the guest reported that it cannot go on
  Watchdog,            ///< the guest let its watchdog expire
  Shutdown,            ///< the guest powered the machine off
  FinishMigrate,       ///< the guest stands still while it is sent to where it is to go on
  Postmigrate,         ///< the guest was saved and stands still: it may go on elsewhere
  SaveVm,              ///< the guest stands still while a snapshot of it is written
  RestoreVm,           ///< the guest stands still while a snapshot is read that replaces it
};

std::string_view to_string(VmPhase value);
extern const qapi::EnumType kVmPhaseType;
constexpr const qapi::EnumType& type_of(VmPhase) {
  return kVmPhaseType;
}

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
extern const qapi::EnumType kVmPhaseGroupType;
constexpr const qapi::EnumType& type_of(VmPhaseGroup) {
  return kVmPhaseGroupType;
}

/// Where a virtual machine stands, from an empty process to a guest that has ended.
enum class RunState {
  Prelaunch,      ///< complete, and no guest instruction has been executed since power-on
  Inmigrate,      ///< complete, and waits for the state of a guest that was saved elsewhere
  Running,        ///< the guest executes
  Paused,         ///< the guest is stopped and can go on
  Suspended,      ///< the guest sleeps until something wakes it; its time goes on
  Debug,          ///< a hart stands at a breakpoint
  IoError,        ///< a backend could not write what the guest had sent; going on tries again
  InternalError,  ///< a hart can execute nothing any more
  GuestPanicked,  ///< the guest reported that it cannot go on
  Watchdog,       ///< the guest let its watchdog expire
  Shutdown,       ///< the guest powered the machine off
  FinishMigrate,  ///< the guest stands still while it is sent to where it is to go on
  Postmigrate,    ///< the guest was saved and stands still: it may go on elsewhere
  SaveVm,         ///< the guest stands still while a snapshot of it is written
  RestoreVm,      ///< the guest stands still while a snapshot is read that replaces it
};

std::string_view to_string(RunState value);
extern const qapi::EnumType kRunStateType;
constexpr const qapi::EnumType& type_of(RunState) {
  return kRunStateType;
}

/// Where an object stands, from its creation to its destruction.
enum class ObjectLife {
  Created,     ///< it has its parent and its name; its properties have their defaults
  Configured,  ///< its properties are set and checked; its regions and ports exist
  Realized,    ///< its links are resolved and it works
  Unrealized,  ///< it has let go of everything it used
  Destroyed,   ///< it is no longer in the tree
};

std::string_view to_string(ObjectLife value);
extern const qapi::EnumType kObjectLifeType;
constexpr const qapi::EnumType& type_of(ObjectLife) {
  return kObjectLifeType;
}

/// Where an object stands, from its creation to its destruction.
enum class ObjectLifeGroup {
  Created,     ///< it has its parent and its name; its properties have their defaults
  Configured,  ///< its properties are set and checked; its regions and ports exist
  Realized,    ///< its links are resolved and it works
  Unrealized,  ///< it has let go of everything it used
  Destroyed,   ///< it is no longer in the tree
};

std::string_view to_string(ObjectLifeGroup value);
extern const qapi::EnumType kObjectLifeGroupType;
constexpr const qapi::EnumType& type_of(ObjectLifeGroup) {
  return kObjectLifeGroupType;
}

}  // namespace api
