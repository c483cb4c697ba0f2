// SPDX-License-Identifier: Apache-2.0
//
// What QMP sends, as text.

#pragma once

#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/dispatch/event.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// The version that the greeting tells.
struct ProgramVersion {
  int major = 0;
  int minor = 0;
  int micro = 0;
  std::string package = {};
};

/// The client's id as the JSON text that goes into the reply; empty when it gave none. `slice` is
/// where it stands in the client's text, when that is known: numbers are echoed as they were
/// written.
std::string id_text(const Json& message, std::string_view slice);

std::string greeting(const ProgramVersion& version);
void append_reply(std::string& out, std::string_view json, std::string_view id);
void append_error(std::string& out, const Error& error, std::string_view id);
void append_event(std::string& out, const Event& event);

}  // namespace qapi
