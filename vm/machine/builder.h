// SPDX-License-Identifier: Apache-2.0
//
// Builder changes the tree of objects: adds batches of them and removes them, maps regions and
// connects wires. device_add, object-add, chardev-add and the plan of a machine all come here.
//
//   NewObject uart{.type = "uart16550", .base = "device", .parent = &machine, .name = "uart1",
//   .properties = args.properties}; TRY(builder.build({&uart, 1}));
//
// What it does is undone through the undo log when a later step of the same command fails.

#pragma once

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "generated/types/device.h"

#include "runtime/dispatch/undo.h"
#include "runtime/json/any.h"
#include "vm/base/result.h"
#include "vm/machine/wire_book.h"
#include "vm/object/object.h"
#include "vm/object/object_factory.h"

namespace vm {

/// Where the values of properties come from, by their names.
using PropertyOrigins = std::map<std::string, std::string, std::less<>>;

/// An object to be made.
struct NewObject {
  std::string type;
  std::string base = "object";  ///< the type must be derived from this one
  Object* parent = nullptr;
  std::string name = {};
  qapi::Any properties = qapi::Any::object();
  std::string parent_path = {};  ///< instead of `parent`, for one that is made in the same batch
  bool hotplugged = false;
  std::string origin = {};                ///< put before messages about this object
  PropertyOrigins property_origins = {};  ///< of properties that come from elsewhere
};

class Builder {
 public:
  Builder(Object& root, const ObjectFactory& factory, qapi::UndoLog& undo)
      : root_(root),
        factory_(factory),
        undo_(undo) {}

  /// Creates and parents all, sets their properties and configures all, realizes all in the order
  /// of their links. All of them, or none; all faults of one stage are reported together.
  Result<std::vector<Object*>> build(std::span<const NewObject> batch);

  /// From here on objects are made and configured, but not realized: what they link to is checked,
  /// and nothing of the host is opened.
  void draft() { is_draft_ = true; }

  /// Creates and parents one, sets its properties and configures it: what can be known of an object
  /// that is not used.
  Result<Object*> prepare(const NewObject& object);

  /// Takes an object out of the tree. Nothing outside of it may link to it, map it or be wired to
  /// it.
  Result<> remove(Object& object);

  /// The same with its windows and wires.
  Result<> pull(Object& object);

  // The commands of schema/device.json.
  Result<> add_device(const api::DeviceAddArgs& args, bool hotplugged);
  Result<> remove_device(const api::DeviceRemoveArgs& args, bool hotplugged);
  Result<> map(const api::MapArgs& args);
  Result<> unmap(const api::UnmapArgs& args);
  Result<> connect(const api::ConnectArgs& args);
  Result<> disconnect(const api::DisconnectArgs& args);

  const WireBook& wires() const { return wires_; }
  Object& root() { return root_; }
  qapi::UndoLog& undo() { return undo_; }

 private:
  Object& machine();
  Result<Object*> create(const NewObject& object);
  Result<> configure(std::span<Object* const> objects, std::span<const NewObject> batch);
  Result<> realize(std::span<Object* const> objects, std::span<const NewObject> batch);
  Result<> check_links(std::span<Object* const> objects, std::span<const NewObject> batch);
  Result<> connect_one(const Wire& wire);

  Object& root_;
  const ObjectFactory& factory_;
  qapi::UndoLog& undo_;
  WireBook wires_;
  bool is_draft_ = false;
};

}  // namespace vm
