// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/message.h"

#include <utility>

#include <fmt/format.h>

#include "runtime/json/json.h"

namespace qapi {

Result<Invocation> take_invocation(Json& message, const Origin& origin, std::string_view key) {
  if (!message.is_object()) return fail("QMP input must be a JSON object");
  Json* execute = nullptr;
  Json* arguments = nullptr;
  for (auto& [name, value] : message.get_ref<Json::object_t&>()) {
    if (name == key) {
      if (!value.is_string()) {
        return fail(fmt::format("QMP input member '{}' must be a string", key));
      }
      execute = &value;
    } else if (name == "arguments") {
      if (!value.is_object()) return fail("QMP input member 'arguments' must be an object");
      arguments = &value;
    } else if (name != "id") {
      return fail(fmt::format("QMP input member '{}' is unexpected", name));
    }
  }
  if (execute == nullptr) return fail(fmt::format("QMP input lacks member '{}'", key));
  return Invocation(
      std::move(execute->get_ref<std::string&>()),
      arguments != nullptr ? std::move(*arguments) : Json::object(),
      origin
  );
}

}  // namespace qapi
