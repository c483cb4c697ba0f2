// SPDX-License-Identifier: Apache-2.0
//
// Names the JSON document type without the cost of its definition; runtime/json/json.h has that,
// and only .cpp files include it.

#pragma once

#include <nlohmann/json_fwd.hpp>

namespace qapi {

/// A JSON document. Objects keep the order of their members.
using Json = nlohmann::ordered_json;

}  // namespace qapi
