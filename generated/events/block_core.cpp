// Generated from schema/block-core.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/block_core.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_block_io_error(qapi::EventBus& events, const BlockIoErrorEvent& event) {
  events.emit(
      "BLOCK_IO_ERROR",
      qapi::encoded(event, events.compat()),
      qapi::RateLimit{
          .interval = std::chrono::milliseconds(1000),
          .key = qapi::encoded(event.qom_path)}
  );
}

}  // namespace api
