// Generated from schema/block-core.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/block_core.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// The host cannot do what the guest asked a disk for. Sent once in 1000 ms at most, for each
/// 'qom-path'.
void emit_block_io_error(qapi::EventBus& events, const BlockIoErrorEvent& event);

}  // namespace api
