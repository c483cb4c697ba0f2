// SPDX-License-Identifier: Apache-2.0
//
// The life of objects: steps, and the links that exist between realize and unrealize. Which steps
// there are comes from the schema (schema/phases.json): a step that it does not allow is a fault of
// ours.

#include <algorithm>
#include <cassert>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "generated/phases/phases.h"

#include "vm/object/find.h"
#include "vm/object/links.h"
#include "vm/object/object.h"
#include "vm/object/realize_order.h"

namespace vm {
namespace {

using api::ObjectLife;

[[maybe_unused]] bool is_allowed(ObjectLife from, ObjectLife to) {
  auto from_phase = static_cast<qapi::Phase>(from);
  auto to_phase = static_cast<qapi::Phase>(to);
  for (const qapi::Transition& transition : api::object_life_table().transitions) {
    for (const qapi::Move& move : transition.moves) {
      if (move.from.contains(from_phase) && move.to.contains(to_phase)) return true;
    }
  }
  return false;
}

}  // namespace

bool Object::is_realized() const {
  return life_ == ObjectLife::Realized;
}

void Object::move_to(ObjectLife life) {
  assert(is_allowed(life_, life));
  life_ = life;
}

Result<> Object::configure() {
  TRY(configure_children());
  if (life_ != ObjectLife::Created) return {};
  TRY(on_configure());
  // A composite makes its parts when it knows its own properties.
  TRY(configure_children());
  move_to(ObjectLife::Configured);
  return {};
}

Result<> Object::configure_children() {
  for (const std::unique_ptr<Object>& part : children_) {
    TRY(part->configure());
  }
  return {};
}

Result<> Object::realize() {
  std::vector<Object*> waiting;
  for (const std::unique_ptr<Object>& part : children_) {
    if (part->life_ == ObjectLife::Configured) waiting.push_back(part.get());
  }
  std::vector<Object*> done;
  auto undo = [&done] {
    std::for_each(done.rbegin(), done.rend(), [](Object* part) { part->unrealize(); });
  };

  std::vector<Object*> order = TRY(realize_order(waiting));
  for (Object* part : order) {
    Result<> result = part->realize();
    if (!result) {
      undo();
      return result;
    }
    done.push_back(part);
  }
  if (life_ != ObjectLife::Configured) return {};
  Result<> result = realize_self();
  if (!result) undo();
  return result;
}

Result<> Object::realize_self() {
  Result<> result = resolve_links();
  if (result) result = on_realize();
  if (!result) {
    release_links();
    return result;
  }
  move_to(ObjectLife::Realized);
  return {};
}

void Object::unrealize() {
  unrealize_self();
  std::for_each(children_.rbegin(), children_.rend(), [](const std::unique_ptr<Object>& part) {
    part->unrealize();
  });
}

void Object::unrealize_self() {
  if (life_ != ObjectLife::Realized) return;
  // Whoever links to us holds pointers to us.
  while (!users_.empty()) {
    users_.back()->unrealize_self();
  }
  on_unrealize();
  release_links();
  move_to(ObjectLife::Unrealized);
}

void Object::return_to_life() {
  for (const std::unique_ptr<Object>& part : children_) {
    part->return_to_life();
  }
  if (life_ == ObjectLife::Unrealized) move_to(ObjectLife::Configured);
}

void Object::destroy() {
  for (const std::unique_ptr<Object>& part : children_) {
    part->destroy();
  }
  move_to(ObjectLife::Destroyed);
}

Result<> Object::resolve_links() {
  for (const PropertyType& property : type_->properties) {
    if (property.links == nullptr) continue;
    Result<> result;
    for_each_link(*this, property, [&](Link& link) {
      if (result) result = resolve(property, link);
    });
    TRY(std::move(result));
  }
  return {};
}

std::vector<Error> Object::broken_links() {
  std::vector<Error> errors;
  for (const PropertyType& property : type_->properties) {
    if (property.links == nullptr) continue;
    for_each_link(*this, property, [&](const Link& link) {
      if (link.path.empty()) return;
      Result<Object*> found = find_linked(property, link);
      if (!found) errors.push_back(std::move(found).error());
    });
  }
  for (const std::unique_ptr<Object>& part : children_) {
    std::vector<Error> of_part = part->broken_links();
    std::move(of_part.begin(), of_part.end(), std::back_inserter(errors));
  }
  return errors;
}

Result<Object*> Object::find_linked(const PropertyType& property, const Link& link) {
  Result<Object*> found = find_near(*this, link.path, property.linked_type());
  if (found) return found;
  Error error = std::move(found).error();
  error.desc = fmt::format("{}.{}: {}", name_, property.name, error.desc);
  error.path = property.name;
  return tl::unexpected(std::move(error));
}

Result<> Object::resolve(const PropertyType& property, Link& link) {
  if (link.path.empty()) return {};
  Object* target = TRY(find_linked(property, link));
  if (!target->is_realized()) {
    return fail(fmt::format("{}.{}: {} is not realized", name_, property.name, target->path()));
  }
  link.target = target;
  links_.push_back(&link);
  target->users_.push_back(this);
  return {};
}

void Object::release_links() {
  for (Link* link : links_) {
    std::vector<Object*>& users = link->target->users_;
    users.erase(std::find(users.begin(), users.end(), this));
    link->target = nullptr;
  }
  links_.clear();
}

}  // namespace vm
