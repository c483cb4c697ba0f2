// Generated from schema/jobs.json by codegen/templates/events.cpp.j2.  Do not edit.

#include "generated/events/jobs.h"

#include "runtime/dispatch/event.h"
#include "runtime/json/writer.h"

namespace api {

void emit_job_status_change(qapi::EventBus& events, const JobStatusChangeEvent& event) {
  events.emit("JOB_STATUS_CHANGE", qapi::encoded(event, events.compat()));
}

}  // namespace api
