// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/device_tree_node.h"

#include <fmt/format.h>

extern "C" {
#include <libfdt.h>
}

namespace vm::machine {
namespace {

constexpr size_t kFirstSize = 16384;
constexpr size_t kMaxSize = size_t{16} << 20;

void append_big_endian(std::string& bytes, uint64_t value, unsigned size) {
  for (unsigned i = size; i-- > 0;) {
    bytes += static_cast<char>(value >> (8 * i) & 0xff);
  }
}

}  // namespace

/// Each step gives libfdt's error code; negative ones are errors.
struct FdtWriter {
  void* blob;

  int write_node(const FdtNode& node) const {
    int error = fdt_begin_node(blob, node.name_.c_str());
    for (const FdtNode::Property& property : node.properties_) {
      if (error != 0) return error;
      error = fdt_property(
          blob,
          property.name.c_str(),
          property.bytes.data(),
          static_cast<int>(property.bytes.size())
      );
    }
    for (const FdtNode& child : node.children_) {
      if (error != 0) return error;
      error = write_node(child);
    }
    return error != 0 ? error : fdt_end_node(blob);
  }

  int write(const FdtNode& root, size_t size) const {
    // To share the names of properties each would be looked for among all: among those of
    // /aliases too, of which there is one for each serial port.
    int error = fdt_create_with_flags(blob, static_cast<int>(size), FDT_CREATE_FLAG_NO_NAME_DEDUP);
    if (error == 0) error = fdt_finish_reservemap(blob);
    if (error == 0) error = write_node(root);
    return error != 0 ? error : fdt_finish(blob);
  }
};

FdtNode& FdtNode::child(std::string name) {
  return children_.emplace_back(std::move(name));
}

void FdtNode::set_empty(std::string_view property) {
  properties_.push_back({std::string(property), {}});
}

void FdtNode::set(std::string_view property, std::string_view text) {
  set(property, std::span(&text, 1));
}

void FdtNode::set(std::string_view property, std::span<const std::string_view> texts) {
  std::string bytes;
  for (const std::string_view text : texts) {
    bytes += text;
    bytes += '\0';
  }
  properties_.push_back({std::string(property), std::move(bytes)});
}

void FdtNode::set_cells(std::string_view property, std::span<const uint32_t> cells) {
  std::string bytes;
  for (const uint32_t cell : cells) {
    append_big_endian(bytes, cell, sizeof cell);
  }
  properties_.push_back({std::string(property), std::move(bytes)});
}

void FdtNode::set_cells(std::string_view property, std::initializer_list<uint32_t> cells) {
  set_cells(property, std::span(cells.begin(), cells.size()));
}

void FdtNode::set_addresses(std::string_view property, std::span<const uint64_t> values) {
  std::string bytes;
  for (const uint64_t value : values) {
    append_big_endian(bytes, value, sizeof value);
  }
  properties_.push_back({std::string(property), std::move(bytes)});
}

void FdtNode::set_addresses(std::string_view property, std::initializer_list<uint64_t> values) {
  set_addresses(property, std::span(values.begin(), values.size()));
}

Result<std::vector<uint8_t>> FdtNode::flatten() const {
  for (size_t size = kFirstSize; size <= kMaxSize; size *= 2) {
    std::vector<uint8_t> blob(size);
    const int error = FdtWriter{blob.data()}.write(*this, size);
    if (error == -FDT_ERR_NOSPACE) continue;
    if (error != 0)
      return fail(fmt::format("the device tree cannot be written: {}", fdt_strerror(error)));
    blob.resize(fdt_totalsize(blob.data()));
    return blob;
  }
  return fail(fmt::format("the device tree is larger than {} MiB", kMaxSize >> 20));
}

}  // namespace vm::machine
