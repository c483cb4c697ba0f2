// SPDX-License-Identifier: Apache-2.0
//
// The tree: names, parents, paths. The steps of life are in life.cpp.

#include "vm/object/object.h"

#include <algorithm>
#include <cassert>

#include <fmt/format.h>

#include "generated/types/phases.h"

#include "vm/object/name.h"

namespace vm {

Object::~Object() {
  assert(life_ != api::ObjectLife::Realized && "unrealize() before destruction");
  // Last come, first gone: what came later may refer to what was there.
  while (!children_.empty()) {
    children_.pop_back();
  }
}

Object* Object::child(std::string_view name) const {
  auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

std::string Object::path() const {
  if (parent_ == nullptr) return "/";
  std::string path = parent_->path();
  if (path.size() > 1) path += '/';
  return path + name_;
}

Object& Object::root() {
  Object* top = this;
  while (top->parent_ != nullptr) {
    top = top->parent_;
  }
  return *top;
}

bool Object::is_below(const Object& ancestor) const {
  const Object* object = this;
  while (object != nullptr && object != &ancestor) {
    object = object->parent_;
  }
  return object != nullptr;
}

Result<Object*> Object::add_child(std::string name, std::unique_ptr<Object> child) {
  TRY(check_object_name(name));
  if (by_name_.contains(name)) {
    return fail(fmt::format("{} already has a child '{}'", path(), name));
  }
  assert(child->parent_ == nullptr);
  child->name_ = std::move(name);
  child->parent_ = this;
  Object* added = children_.emplace_back(std::move(child)).get();
  by_name_.emplace(added->name_, added);
  if (children_.size() == 1 && parent_ != nullptr) parent_->branches_.push_back(this);
  if (!added->children_.empty()) branches_.push_back(added);
  return added;
}

Result<> Object::check_unused() {
  return check_unused_outside(*this);
}

Result<> Object::check_unused_outside(Object& whole) const {
  for (const Object* user : users_) {
    // One that was detached is about to retire.
    if (user->is_below(whole) || !user->is_below(whole.root())) continue;
    return fail(fmt::format("{} is in use by {}", path(), user->path()));
  }
  for (const std::unique_ptr<Object>& part : children_) {
    TRY(part->check_unused_outside(whole));
  }
  return {};
}

std::unique_ptr<Object> Object::remove_child(Object& child) {
  child.unrealize();
  child.destroy();
  return detach_child(child).object;
}

Object::Detached Object::detach_child(Object& child) {
  assert(child.parent_ == this);
  auto place = std::find_if(children_.begin(), children_.end(), [&child](const auto& each) {
    return each.get() == &child;
  });
  Detached detached{std::move(*place), static_cast<size_t>(place - children_.begin())};
  children_.erase(place);
  std::erase(branches_, &child);
  if (children_.empty() && parent_ != nullptr) std::erase(parent_->branches_, this);
  by_name_.erase(by_name_.find(child.name_));
  child.parent_ = nullptr;
  return detached;
}

void Object::attach_child(Detached detached) {
  Object& child = *detached.object;
  const auto place = children_.begin() + static_cast<ptrdiff_t>(detached.place);
  children_.insert(place, std::move(detached.object));
  by_name_.emplace(child.name_, &child);
  child.parent_ = this;
}

void Object::retire() {
  assert(parent_ == nullptr);
  unrealize();
  destroy();
}

}  // namespace vm
