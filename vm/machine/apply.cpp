// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/apply.h"

#include <vector>

#include <fmt/format.h>

#include "generated/types/device.h"

#include "runtime/json/decode.h"
#include "runtime/json/json.h"
#include "vm/machine/builder.h"

namespace vm::machine {
namespace {

using qapi::Invocation;

/// Descriptions may write any scalar as a string, as people do.
template <typename Args>
Result<Args> decode(const Invocation& command) {
  return qapi::decode_all<Args>(command.arguments(), qapi::Spelling::Text);
}

}  // namespace

Error locate(const Invocation& command, Error error) {
  error.desc = command.origin().where + ": " + error.desc;
  return error;
}

Result<NewObject> new_object(const Plan& plan, size_t number) {
  const Invocation& command = plan.commands[number];
  api::DeviceAddArgs args = TRY(decode<api::DeviceAddArgs>(command));
  const auto origins = plan.property_origins.find(number);
  return NewObject{
      .type = std::move(args.driver),
      .parent = nullptr,
      .name = std::move(args.id),
      .properties = std::move(args.properties),
      .parent_path = std::move(args.parent),
      .origin = command.origin().where,
      .property_origins =
          origins == plan.property_origins.end() ? PropertyOrigins() : origins->second,
  };
}

Result<> run(const Invocation& command, Builder& builder) {
  if (command.command() == "map") return builder.map(TRY(decode<api::MapArgs>(command)));
  if (command.command() == "connect")
    return builder.connect(TRY(decode<api::ConnectArgs>(command)));
  return fail(fmt::format("a plan cannot hold '{}'", command.command()));
}

Result<> apply(const Plan& plan, Builder& builder, bool hotplugged) {
  qapi::UndoLog::Scope scope(builder.undo());
  std::vector<Error> errors;
  std::vector<NewObject> objects;
  for (size_t i = 0; i < plan.commands.size(); ++i) {
    const Invocation& command = plan.commands[i];
    if (command.command() != "device_add") continue;
    Result<NewObject> object = new_object(plan, i);
    if (object) {
      object->hotplugged = hotplugged;
      objects.push_back(*std::move(object));
    } else {
      errors.push_back(locate(command, std::move(object).error()));
    }
  }
  if (!errors.empty()) return tl::unexpected(qapi::combine(std::move(errors)));
  TRY(builder.build(objects));
  for (const Invocation& command : plan.commands) {
    if (command.command() == "device_add") continue;
    Result<> done = run(command, builder);
    if (!done) errors.push_back(locate(command, std::move(done).error()));
  }
  if (!errors.empty()) return tl::unexpected(qapi::combine(std::move(errors)));
  scope.commit();
  return {};
}

}  // namespace vm::machine
