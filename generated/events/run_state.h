// Generated from schema/run-state.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/run_state.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// The machine has powered off, or the process is about to end.
void emit_shutdown(qapi::EventBus& events, const ShutdownEvent& event);

/// The guest has been asked to power off, by its power key. SHUTDOWN follows if it does.
void emit_powerdown(qapi::EventBus& events);

/// The machine has been reset.
void emit_reset(qapi::EventBus& events, const ResetEvent& event);

/// The guest has been stopped.
void emit_stop(qapi::EventBus& events);

/// The guest executes.
void emit_resume(qapi::EventBus& events);

/// The guest reported that it cannot go on.
void emit_guest_panicked(qapi::EventBus& events, const GuestPanickedEvent& event);

/// The guest sleeps.
void emit_suspend(qapi::EventBus& events);

/// The guest has been woken.
void emit_wakeup(qapi::EventBus& events);

/// The guest let a watchdog expire.
void emit_watchdog(qapi::EventBus& events, const WatchdogEvent& event);

/// A hart can execute nothing any more: the first instruction of its trap handler raises an
/// exception itself, with interrupts off.
void emit_trap_loop(qapi::EventBus& events, const TrapLoopEvent& event);

}  // namespace api
