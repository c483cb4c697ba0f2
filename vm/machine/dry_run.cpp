// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/dry_run.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/base/must.h"
#include "vm/machine/apply.h"
#include "vm/machine/resolve.h"
#include "vm/object/find.h"
#include "vm/object/links.h"
#include "vm/object/realize_order.h"

namespace vm::machine {
namespace {

constexpr std::string_view kAddDevice = "device_add";

/// Whether `name`, which may name a port, is `path` or something below it.
bool is_at_or_below(std::string_view name, std::string_view path) {
  if (!name.starts_with(path)) return false;
  return name.size() == path.size() || name[path.size()] == '/' || name[path.size()] == ':';
}

}  // namespace

DryRun::DryRun(const ObjectFactory& factory)
    : root_(must(factory.create("container"))),
      machine_(must(root_->add_child("machine", must(factory.create("container"))))),
      builder_(std::make_unique<Builder>(*root_, factory, undo_)) {
  must(root_->configure());
}

DryRun::~DryRun() = default;

void DryRun::run(const Plan& plan) {
  add_objects(plan);
  for (Object* object : objects_) {
    check_links(*object);
  }
  check_order();
  map_and_wire(plan);
}

void DryRun::add_objects(const Plan& plan) {
  for (size_t i = 0; i < plan.commands.size(); ++i) {
    const qapi::Invocation& command = plan.commands[i];
    if (command.command() != kAddDevice) continue;
    Result<NewObject> wanted = new_object(plan, i);
    if (!wanted) {
      report(locate(command, std::move(wanted).error()));
      continue;
    }
    const std::string parent = wanted->parent_path + "/";
    const std::string path =
        parent.substr(std::min(parent.size(), sizeof("/machine"))) + wanted->name;
    const auto is_within = [&](const std::string& each) { return is_at_or_below(path, each); };
    if (std::any_of(failed_.begin(), failed_.end(), is_within)) continue;
    Result<Object*> object = builder_->prepare(*wanted);
    if (object) {
      objects_.push_back(*object);
      planned_[*object] = &command;
    } else {
      failed_.push_back(path);
      report(std::move(object).error());
    }
  }
}

/// Backends are not part of a machine: they can be made later.
void DryRun::check_links(Object& object) {
  for (const PropertyType& property : object.type().properties) {
    if (property.links == nullptr) continue;
    const ObjectType* linked = object.factory()->find(property.linked_type());
    if (linked != nullptr && linked->is_a("backend")) continue;
    for (const std::string& path : link_paths(object, property)) {
      if (std::any_of(failed_.begin(), failed_.end(), [&](const std::string& each) {
            return is_at_or_below(path, "/machine/" + each);
          }))
        continue;
      Result<Object*> target = find_near(object, path, property.linked_type());
      if (target) continue;
      Error error = std::move(target).error();
      error.desc =
          fmt::format("{}: {}.{}: {}", origin(object), object.name(), property.name, error.desc);
      report(std::move(error));
    }
  }
}

void DryRun::check_order() {
  Result<std::vector<Object*>> order = realize_order(objects_);
  if (!order) report(std::move(order).error());
}

void DryRun::map_and_wire(const Plan& plan) {
  for (const qapi::Invocation& command : plan.commands) {
    if (command.command() == kAddDevice || is_about_failed(command)) continue;
    Result<> done = machine::run(command, *builder_);
    if (!done) report(locate(command, std::move(done).error()));
  }
}

bool DryRun::is_about_failed(const qapi::Invocation& command) const {
  if (failed_.empty()) return false;
  for (const auto& [name, value] : command.arguments().items()) {
    if (!value.is_string()) continue;
    const auto& text = value.get_ref<const std::string&>();
    for (const std::string& path : failed_) {
      if (is_at_or_below(text, path)) return true;
    }
  }
  return false;
}

bool DryRun::is_given(const Object& object, std::string_view property) const {
  const auto found = planned_.find(&object);
  return found != planned_.end() && found->second->arguments().contains(property);
}

std::string DryRun::origin(const Object& object) const {
  for (const Object* each = &object; each != nullptr; each = each->parent()) {
    const auto found = planned_.find(each);
    if (found != planned_.end()) return found->second->origin().where;
  }
  return machine_path(object);
}

void DryRun::report(Error error) {
  errors_.push_back(std::move(error.desc));
  for (Error& more : error.more) {
    errors_.push_back(std::move(more.desc));
  }
}

}  // namespace vm::machine
