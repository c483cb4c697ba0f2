// SPDX-License-Identifier: Apache-2.0

#include "tests/unit/generic/object_bench.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "vm/backends/block.h"
#include "vm/backends/node_medium.h"
#include "vm/backends/qcow2/create.h"
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

ObjectBench::Backends ObjectBench::quiet_backends() {
  return {
      {"chardev", "chardev-null"},
      {"netdev", "netdev-null"},
      {"blockdev", "blockdev-null-co"},
      {"throttle-group", "throttle-group"},
  };
}

ObjectBench::ObjectBench(Object& machine, Object& objects, Builder& builder, Backends backends)
    : machine_(machine),
      objects_(objects),
      builder_(builder),
      backends_(std::move(backends)),
      image_(std::filesystem::temp_directory_path() / fmt::format("coldplug-image-{}", getpid())) {
  std::ofstream(image_) << std::string(64, '\0');
  qapi::Json none = qapi::Json::object();
  make("address-space", "device", machine_, none);
  std::string ram = make("ram", "device", machine_, {{"size", kMemorySize}});
  api::MapArgs window;
  window.region = ram;
  window.at = kMemory;
  window.into = "made0";
  must(builder_.map(window));
}

ObjectBench::~ObjectBench() {
  std::filesystem::remove(image_);
  for (const std::string& file : files_) {
    std::filesystem::remove(file);
  }
}

std::string ObjectBench::make(
    const char* type,
    const char* base,
    Object& parent,
    qapi::Json properties
) {
  NewObject object{.type = type, .base = base, .parent = &parent};
  object.name = fmt::format("made{}", next_++);
  object.properties = qapi::Any(std::move(properties));
  must(builder_.build({&object, 1}));
  return object.name;
}

std::string ObjectBench::link_target(std::string_view type) {
  if (type == "address-space") return "made0";
  if (const auto backend = backends_.find(type); backend != backends_.end()) {
    return make(backend->second.c_str(), "backend", objects_, qapi::Json::object());
  }
  if (type == "virtio-bus") {
    return make("virtio-mmio", "device", machine_, {{"space", "made0"}});
  }
  if (type == "pci-bus" || type == "pcie-host") {
    return make("pcie-host", "device", machine_, {{"memory", "made0"}, {"space", "made0"}});
  }
  if (type == "riscv-cluster") {
    return make("riscv-cluster", "device", machine_, {{"space", "made0"}});
  }
  if (type == "aplic") return make("aplic", "device", machine_, qapi::Json::object());
  if (type == "fw-cfg") return make("fw-cfg", "device", machine_, {{"space", "made0"}});
  if (type == "i2c-ocores" || type == "sifive-spi") {
    return make(std::string(type).c_str(), "device", machine_, qapi::Json::object());
  }
  if (type == "loader") {
    qapi::Json properties = {{"file", image_}, {"space", "made0"}, {"addr", kMemory}};
    return make("loader", "device", machine_, properties);
  }
  ADD_FAILURE() << "object_bench.cpp: make something for link<" << type << "> to refer to";
  return "";
}

qapi::Json ObjectBench::properties_for(const Creatable& type) {
  qapi::Json properties = qapi::Json::object();
  for (const qapi::CliMember& member : type.branch->members) {
    std::string key(member.name);
    if (key.find('.') != key.npos) continue;  // a part of a property that is an object
    // A node has to be as large as the memory that it keeps.
    if (member.type == "link<blockdev>" && !member.mandatory && type.base == "device") continue;
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
  if (type.branch->value == "fw-cfg-item") properties["string"] = "text";
  if (type.branch->value == "loader") {
    properties["file"] = image_;
    properties["addr"] = kMemory;
  }
  if (type.branch->value == "blockdev-nbd") {
    const std::string path = fmt::format("{}-{}", image_, next_++);
    servers_.push_back(std::make_unique<NbdServer>(path));
    properties["server"] = {{"type", "unix"}, {"path", path}};
  }
  if (type.branch->value == "netdev-vhost-user") {
    properties["addr"] = {{"type", "unix"}, {"path", fmt::format("{}-{}", image_, next_++)}};
  }
  if (type.branch->value == "blockdev-qcow2") properties["file"] = make_qcow2();
  return properties;
}

/// A node with an image of its own.
std::string ObjectBench::make_qcow2() {
  const std::string path = fmt::format("{}-{}", image_, next_);
  files_.push_back(path);
  std::ofstream file(path);
  std::string name = make("blockdev-file", "backend", objects_, {{"filename", path}});
  NodeMedium medium(static_cast<Blockdev&>(*objects_.child(name)));
  must(qcow2::create_image(medium, {.size = 1 << 20}));
  return name;
}

Result<Object*> ObjectBench::build(const Creatable& type, qapi::Json properties) {
  NewObject object{.type = std::string(type.branch->value), .base = std::string(type.base)};
  object.parent = type.base == "device" ? &machine_ : &objects_;
  object.properties = qapi::Any(std::move(properties));
  object.name = fmt::format("tested{}", next_++);
  return TRY(builder_.build({&object, 1})).front();
}

}  // namespace vm
