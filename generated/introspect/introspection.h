// Generated from schema/ by codegen/templates/introspection.h.j2.  Do not edit.

#pragma once

#include <string_view>

namespace api {

/// The schema as JSON, for clients: an array of SchemaInfo.
std::string_view introspection_json();

}  // namespace api
