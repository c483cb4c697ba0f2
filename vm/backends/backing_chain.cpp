// SPDX-License-Identifier: Apache-2.0

#include "vm/backends/backing_chain.h"

#include <filesystem>

#include <fmt/format.h>

#include "runtime/json/json.h"
#include "vm/object/links.h"
#include "vm/object/object_factory.h"
#include "vm/object/property_access.h"

namespace vm {
namespace {

namespace fs = std::filesystem;
using qapi::Json;

// Nobody has more; each costs a file and a cache.
constexpr int kMostImages = 64;

constexpr std::string_view kFilePrefix = "file:";

/// "nbd://host", "json:{...}": what is before the first colon is not a folder's name.
bool has_protocol(std::string_view name) {
  const size_t colon = name.find(':');
  return colon != name.npos && name.find('/') > colon;
}

Result<fs::path> path_of(const BackingFile& file) {
  std::string_view name = file.name;
  if (name.starts_with(kFilePrefix)) name.remove_prefix(kFilePrefix.size());
  if (has_protocol(name)) {
    return fail(fmt::format("its backing file '{}' is no path; define it as 'backing'", name));
  }
  const fs::path path(name);
  return path.is_absolute() ? path : fs::path(file.image).parent_path() / path;
}

Result<std::string> type_of(const BackingFile& file) {
  if (file.format == "qcow2" || file.format == "raw") return "blockdev-" + file.format;
  if (file.format.empty()) {
    return fail(fmt::format(
        "it does not say in which format its backing file '{}' is; define that as 'backing'",
        file.name
    ));
  }
  return fail(fmt::format(
      "its backing file '{}' has the format '{}', which is not supported",
      file.name,
      file.format
  ));
}

/// Whether it is where on_realize() is called, or beyond. A node that was defined around an image
/// comes up after it, and has no nodes below yet.
bool has_its_links(Object& object) {
  bool has_all = true;
  for (const PropertyType& property : object.type().properties) {
    if (property.links == nullptr) continue;
    for_each_link(object, property, [&has_all](const Link& link) {
      has_all = has_all && (link.path.empty() || link.target != nullptr);
    });
  }
  return has_all;
}

/// An image that is below itself would never end.
Result<> check_chain(Blockdev& node, const fs::path& path) {
  int above = 0;
  for (Object* each = &node; each != nullptr; each = each->parent()) {
    if (!each->type().is_a("blockdev") || !has_its_links(*each)) break;
    std::error_code none;
    const bool is_same = fs::equivalent(static_cast<const Blockdev*>(each)->filename(), path, none);
    if (is_same && !none) {
      return fail(fmt::format("its backing file '{}' has it as a backing file", path.string()));
    }
    if (++above == kMostImages) {
      return fail(fmt::format("there are more than {} backing files", kMostImages));
    }
  }
  return {};
}

Result<Object*> add_part(
    Object& parent,
    std::string name,
    std::string_view type,
    const Json& properties
) {
  std::unique_ptr<Object> object = TRY(parent.factory()->create(type));
  Object* const added = TRY(parent.add_child(std::move(name), std::move(object)));
  for (const auto& [property, value] : properties.items()) {
    TRY(set_property(*added, property, value, qapi::Spelling::Json));
  }
  return added;
}

Result<> bring_up(Object& backing, const fs::path& path) {
  const Json file = {{"filename", path.string()}, {"read-only", true}};
  TRY(add_part(backing, "file", "blockdev-file", file));
  TRY(backing.configure());
  return backing.realize();
}

}  // namespace

Result<Blockdev*> open_backing_file(Blockdev& node, const BackingFile& file) {
  const auto named = [&node, &file](const Error& error) {
    return fail(fmt::format("{}: {}: {}", node.path(), file.image, error.desc));
  };
  const Result<fs::path> path = path_of(file);
  if (!path) return named(path.error());
  const Result<std::string> type = type_of(file);
  if (!type) return named(type.error());
  const Result<> chain = check_chain(node, *path);
  if (!chain) return named(chain.error());
  const Json properties = {
      {"file", fmt::format("{}/backing/file", node.path())},
      {"read-only", true}};
  Object* const backing = TRY(add_part(node, "backing", *type, properties));
  Result<> up = bring_up(*backing, *path);
  if (up) return static_cast<Blockdev*>(backing);
  node.remove_child(*backing);
  return tl::unexpected(std::move(up).error());
}

}  // namespace vm
