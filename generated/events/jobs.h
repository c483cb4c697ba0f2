// Generated from schema/jobs.json by codegen/templates/events.h.j2.  Do not edit.

#pragma once

#include "generated/types/jobs.h"

namespace qapi {
class EventBus;
}  // namespace qapi

namespace api {

/// A job has come to another state.
void emit_job_status_change(qapi::EventBus& events, const JobStatusChangeEvent& event);

}  // namespace api
