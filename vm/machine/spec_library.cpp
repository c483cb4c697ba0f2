// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/spec_library.h"

#include <filesystem>

#include <fmt/format.h>

#include "runtime/base/file.h"
#include "runtime/json/nearest.h"

namespace vm::machine {
namespace {

bool is_path(std::string_view name) {
  return name.find('/') != std::string_view::npos || name.ends_with(".json");
}

/// `spec` may be null.
Result<const Spec*> expect_part(const Spec* spec) {
  if (spec == nullptr || spec->is_part) return spec;
  return fail(fmt::format("{}: describes the machine '{}', not a part", spec->file, spec->name));
}

bool exists(const std::string& path) {
  std::error_code unknown;
  return std::filesystem::exists(path, unknown);
}

}  // namespace

Result<const Spec*> SpecLibrary::machine(std::string_view name) {
  const Spec* spec = nullptr;
  if (is_path(name)) {
    spec = TRY(read_file(std::string(name)));
  } else {
    spec = TRY(find_shipped(name));
  }
  if (spec != nullptr && !spec->is_part) return spec;
  if (spec != nullptr) {
    return fail(fmt::format("{}: describes the part '{}', not a machine", spec->file, spec->name));
  }
  return fail(list_machines(name));
}

Result<const Spec*> SpecLibrary::inline_machine(const qapi::Json& json) {
  inline_ = TRY(decode_spec("spec", json));
  if (!inline_->is_part) return inline_.get();
  return fail(fmt::format("spec: describes the part '{}', not a machine", inline_->name));
}

std::string SpecLibrary::list_machines(std::string_view name) {
  std::vector<std::string_view> names;
  for (const ShippedSpec& shipped : shipped_) {
    const Result<const Spec*> spec = read_shipped(shipped);
    if (spec && !(*spec)->is_part) names.push_back(shipped.name);
  }
  return fmt::format(
      "no machine '{}'{}; known are '{}', and paths of descriptions",
      name,
      qapi::did_you_mean(name, names),
      fmt::join(names, "', '")
  );
}

Result<const Spec*> SpecLibrary::part(std::string_view name) {
  return expect_part(is_path(name) ? TRY(read_file(std::string(name))) : TRY(find_shipped(name)));
}

Result<const Spec*> SpecLibrary::find_beside(std::string_view name, const Spec& user) {
  // What is given as a value lies beside nothing.
  if (user.places == nullptr) return find_shipped(name);
  const std::filesystem::path directory = std::filesystem::path(user.file).parent_path();
  const std::string path = (directory / (std::string(name) + ".json")).string();
  if (name.find('/') == std::string_view::npos && path != user.file && exists(path)) {
    return read_file(path);
  }
  const Spec* shipped = TRY(find_shipped(name));
  // What is named like its own file varies or wraps what comes with the program; where nothing of
  // that name does, it can only mean itself.
  if (shipped == nullptr && path == user.file) return &user;
  return shipped;
}

Result<const Spec*> SpecLibrary::part(std::string_view name, const Spec& user) {
  return expect_part(TRY(find_beside(name, user)));
}

Result<const Spec*> SpecLibrary::base(const Spec& variation) {
  const std::string& name = variation.base;
  const Spec* spec = nullptr;
  if (is_path(name)) {
    const auto directory = std::filesystem::path(variation.file).parent_path();
    spec = TRY(read_file((directory / name).lexically_normal().string()));
  } else {
    spec = TRY(find_beside(name, variation));
  }
  if (spec == nullptr) return fail(list_machines(name));
  if (!spec->is_part) return spec;
  return fail(fmt::format("{}: describes the part '{}', not a machine", spec->file, spec->name));
}

Result<std::vector<const Spec*>> SpecLibrary::shipped_machines() {
  std::vector<const Spec*> machines;
  for (const ShippedSpec& shipped : shipped_) {
    const Spec* spec = TRY(read_shipped(shipped));
    if (!spec->is_part) machines.push_back(spec);
  }
  return machines;
}

std::vector<std::string_view> SpecLibrary::shipped_parts() {
  std::vector<std::string_view> names;
  for (const ShippedSpec& shipped : shipped_) {
    const Result<const Spec*> spec = read_shipped(shipped);
    if (spec && (*spec)->is_part) names.push_back(shipped.name);
  }
  return names;
}

Result<const Spec*> SpecLibrary::find_shipped(std::string_view name) {
  for (const ShippedSpec& shipped : shipped_) {
    if (shipped.name == name) return read_shipped(shipped);
  }
  return nullptr;
}

Result<const Spec*> SpecLibrary::read_shipped(const ShippedSpec& shipped) {
  return parse(std::string(shipped.file), shipped.text);
}

Result<const Spec*> SpecLibrary::read_file(const std::string& path) {
  if (const auto found = read_.find(path); found != read_.end()) return found->second.get();
  const std::string text = TRY(qapi::read_file(path));
  return parse(path, text);
}

Result<const Spec*> SpecLibrary::parse(const std::string& file, std::string_view text) {
  if (const auto found = read_.find(file); found != read_.end()) return found->second.get();
  std::unique_ptr<const Spec> spec = TRY(parse_spec(file, text));
  return read_.emplace(file, std::move(spec)).first->second.get();
}

}  // namespace vm::machine
