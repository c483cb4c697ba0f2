// SPDX-License-Identifier: Apache-2.0
//
// Object is everything that has a place in the tree: machines, devices, backends, accelerators,
// monitors. It has a parent and a name from its creation to its destruction, and one life:
//
//   created -> configured -> realized -> unrealized -> destroyed
//
// A handwritten class derives from Typed<Base, Props, State>, with the structs that the schema's
// entry generates:
//
//   class Uart16550 final : public Typed<Device, api::Uart16550Props, api::Uart16550State> { ... };

#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "vm/base/result.h"
#include "vm/object/object_type.h"

// Declared only: whoever adds a phase to the schema would compile nearly everything again.
namespace api {
enum class ObjectLife;
}

namespace vm {

class ObjectFactory;

class Object {
 public:
  virtual ~Object();
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  const ObjectType& type() const { return *type_; }

  /// What made it; null until then.
  const ObjectFactory* factory() const { return factory_; }
  const std::string& name() const { return name_; }
  Object* parent() const { return parent_; }
  const std::vector<std::unique_ptr<Object>>& children() const { return children_; }
  Object* child(std::string_view name) const;

  /// Those of the children that have children themselves, in no order: a search need not visit the
  /// many that have none.
  const std::vector<Object*>& branches() const { return branches_; }
  api::ObjectLife life() const { return life_; }
  bool is_realized() const;

  /// "/machine/uart0"; "/" for the root.
  std::string path() const;

  /// The top of the tree that we are in.
  Object& root();

  /// True for ourselves too.
  bool is_below(const Object& ancestor) const;

  /// Takes `child` in under a name that no other child has.
  Result<Object*> add_child(std::string name, std::unique_ptr<Object> child);

  /// Fails, naming the user, if an object outside of this one links to it or to something below it.
  virtual Result<> check_unused();

  /// Unrealizes it, and whoever still links to it, if need be, and hands it out; its destruction is
  /// the caller's.
  std::unique_ptr<Object> remove_child(Object& child);

  /// A child that is out of the tree and lives on as it was, until it comes back or retires.
  struct Detached {
    std::unique_ptr<Object> object;
    size_t place = 0;  ///< among its parent's children
  };
  Detached detach_child(Object& child);
  void attach_child(Detached detached);

  /// Ends the life of one that has no parent.
  void retire();

  // Steps of life; each undoes itself when it fails. Children go up first and down last; who has
  // been there already stays. What a class adds as children in on_configure is configured with it.
  Result<> configure();
  Result<> realize();
  void unrealize();

  /// What is wrong with the links of it and of its parts: realize() would fail for them.
  std::vector<Error> broken_links();

  /// All that is unrealized can be realized anew.
  void return_to_life();

  /// Where the generated structs live; null when the type has none.
  virtual void* props_data() { return nullptr; }
  virtual void* state_data() { return nullptr; }

  /// What state_data() points to was replaced by a snapshot's; members that only older snapshots
  /// hold are set if this is one.
  virtual void on_loaded() {}

 protected:
  Object() = default;

  /// What a class adds to its steps of life: all properties are set and their ranges checked, links
  /// are resolved at on_realize.
  virtual Result<> on_configure() { return {}; }
  virtual Result<> on_realize() { return {}; }
  virtual void on_unrealize() {}

  /// After a `control` property changed while realized.
  virtual Result<> on_property_changed(std::string_view) { return {}; }

 private:
  friend class ObjectFactory;  // sets type_ and factory_
  friend bool set_own_property(Object& object, std::string_view name, const qapi::Reader& value);

  Result<> check_unused_outside(Object& whole) const;
  void move_to(api::ObjectLife life);
  Result<> configure_children();
  Result<> realize_self();
  void unrealize_self();
  void destroy();
  Result<> resolve_links();
  Result<> resolve(const PropertyType& property, Link& link);
  Result<Object*> find_linked(const PropertyType& property, const Link& link);
  void release_links();

  const ObjectType* type_ = nullptr;
  const ObjectFactory* factory_ = nullptr;
  std::string name_;
  Object* parent_ = nullptr;
  std::vector<std::unique_ptr<Object>> children_;  // in the order they came
  std::map<std::string, Object*, std::less<>> by_name_;
  std::vector<Object*> branches_;
  api::ObjectLife life_{};
  std::vector<Link*> links_;    // ours that are resolved
  std::vector<Object*> users_;  // who links to us; once for each link
};

/// An object with the structs of its schema entry.
template <typename Base, typename Props, typename State>
class Typed : public Base {
 public:
  void* props_data() final { return &props_; }
  void* state_data() final { return &state_; }

 protected:
  using Base::Base;

  Props props_{};
  State state_{};
};

}  // namespace vm
