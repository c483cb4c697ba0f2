// SPDX-License-Identifier: Apache-2.0
//
// A depth-first walk over "needs to be realized before". An object that is reached again while its
// own needs are being walked closes a circle, and the walk's stack is that circle.

#include "vm/object/realize_order.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "vm/object/find.h"
#include "vm/object/links.h"
#include "vm/object/object.h"

namespace vm {
namespace {

class Ordering {
 public:
  explicit Ordering(std::span<Object* const> batch) : batch_(batch.begin(), batch.end()) {}

  Result<> visit(Object& object) {
    if (done_.contains(&object)) return {};
    auto begun = std::find(stack_.begin(), stack_.end(), &object);
    if (begun != stack_.end()) return fail(describe_circle(begun));

    stack_.push_back(&object);
    TRY(visit_links(object));
    for (const std::unique_ptr<Object>& part : object.children()) {
      if (batch_.contains(part.get())) TRY(visit(*part));
    }
    stack_.pop_back();
    done_.insert(&object);
    order_.push_back(&object);
    return {};
  }

  std::vector<Object*> take() { return std::move(order_); }

 private:
  Result<> visit_links(Object& object) {
    for (const PropertyType& property : object.type().properties) {
      if (property.links == nullptr) continue;
      for (const std::string& path : link_paths(object, property)) {
        // A link that leads nowhere is reported by realize, which knows more about it.
        Result<Object*> target = find_near(object, path, property.linked_type());
        Object* needed = target ? in_batch(**target, object) : nullptr;
        if (needed != nullptr) TRY(visit(*needed));
      }
    }
    return {};
  }

  /// What of the batch has to be realized for `target` to be: itself, or the whole that it is a
  /// part of.
  Object* in_batch(Object& target, const Object& user) const {
    for (Object* each = &target; each != nullptr && !user.is_below(*each); each = each->parent()) {
      if (batch_.contains(each)) return each;
    }
    return &target == &user ? &target : nullptr;
  }

  std::string describe_circle(std::vector<Object*>::const_iterator begun) const {
    std::string text = "links go in a circle: ";
    for (auto each = begun; each != stack_.end(); ++each) {
      text += (*each)->path() + " -> ";
    }
    return text + (*begun)->path();
  }

  std::unordered_set<const Object*> batch_;
  std::unordered_set<const Object*> done_;
  std::vector<Object*> stack_;
  std::vector<Object*> order_;
};

}  // namespace

Result<std::vector<Object*>> realize_order(std::span<Object* const> batch) {
  Ordering ordering(batch);
  for (Object* object : batch) {
    TRY(ordering.visit(*object));
  }
  return ordering.take();
}

}  // namespace vm
