// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/generic/object_fixture.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <unistd.h>

#include "generated/program/program_tables.h"

#include "vm/base/must.h"

namespace vm {

std::vector<Creatable> creatable_types() {
  std::vector<Creatable> types;
  for (const qapi::CliCommand& command : api::cli_table().commands) {
    bool is_device = command.command == "device_add";
    if (!is_device && command.command != "object-add") continue;
    for (const qapi::CliBranch& branch : command.branches) {
      types.push_back({.base = is_device ? "device" : "backend", .branch = &branch});
    }
  }
  return types;
}

ObjectFixture::ObjectFixture()
    : vm_(loop_, api::program_tables({.major = 0, .minor = 0, .micro = 0, .package = "test"})),
      image_(std::filesystem::temp_directory_path() / fmt::format("coldplug-image-{}", getpid())) {
  std::ofstream(image_) << std::string(64, '\0');
  qapi::Json none = qapi::Json::object();
  make("address-space", "device", vm_.machine(), none);
  std::string ram = make("ram", "device", vm_.machine(), {{"size", 65536}});
  api::MapArgs window;
  window.region = ram;
  window.at = 0x8000'0000;
  window.into = "made0";
  must(vm_.builder().map(window));
}

ObjectFixture::~ObjectFixture() {
  std::filesystem::remove(image_);
}

std::string ObjectFixture::make(
    const char* type,
    const char* base,
    Object& parent,
    qapi::Json properties
) {
  NewObject object{.type = type, .base = base, .parent = &parent};
  object.name = fmt::format("made{}", next_++);
  object.properties = qapi::Any(std::move(properties));
  must(vm_.builder().build({&object, 1}));
  return object.name;
}

std::string ObjectFixture::link_target(std::string_view type) {
  if (type == "address-space") return "made0";
  if (type == "chardev")
    return make("chardev-null", "backend", vm_.objects(), qapi::Json::object());
  if (type == "netdev") return make("netdev-null", "backend", vm_.objects(), qapi::Json::object());
  if (type == "blockdev")
    return make("blockdev-null-co", "backend", vm_.objects(), qapi::Json::object());
  if (type == "riscv-cluster") {
    return make("riscv-cluster", "device", vm_.machine(), {{"space", "made0"}});
  }
  if (type == "loader") {
    qapi::Json properties = {{"file", image_}, {"space", "made0"}, {"addr", 0x8000'0000}};
    return make("loader", "device", vm_.machine(), properties);
  }
  ADD_FAILURE() << "object_fixture.cpp: make something for link<" << type << "> to refer to";
  return "";
}

qapi::Json ObjectFixture::properties_for(const Creatable& type) {
  qapi::Json properties = qapi::Json::object();
  for (const qapi::CliMember& member : type.branch->members) {
    std::string key(member.name);
    if (key.find('.') != key.npos) continue;  // a part of a property that is an object
    if (member.type.starts_with("link<")) {
      properties[key] = link_target(member.type.substr(5, member.type.size() - 6));
    } else if (member.name == "filename") {
      properties[key] = image_;
    } else if (member.name == "server") {
      properties[key] = true;  // who listens needs nobody
    } else if (member.mandatory || !member.example_json.empty()) {
      EXPECT_NE(member.example_json, "")
          << type.branch->value << "." << key << ": needs an example";
      properties[key] = qapi::Json::parse(member.example_json);
    }
  }
  if (type.branch->value == "loader") {
    properties["file"] = image_;
    properties["addr"] = 0x8000'0000;
  }
  return properties;
}

Result<Object*> ObjectFixture::build(const Creatable& type) {
  NewObject object{.type = std::string(type.branch->value), .base = std::string(type.base)};
  object.parent = type.base == "device" ? &vm_.machine() : &vm_.objects();
  object.properties = qapi::Any(properties_for(type));
  object.name = fmt::format("tested{}", next_++);
  return TRY(vm_.builder().build({&object, 1})).front();
}

std::string ObjectFixture::saved(const Object& object) const {
  std::string json;
  qapi::Writer out(json);
  object.type().save(object, out);
  return json;
}

}  // namespace vm
