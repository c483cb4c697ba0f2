// Generated from schema/backends/filter-dump.json by codegen/templates/objects.h.j2.  Do not edit.
//
// What is declared here is defined by hand in vm/backends/filter_dump.cpp.

#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "vm/base/result.h"
#include "vm/object/link.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `filter-dump`.
struct FilterDumpProps {
  /// the backend
  vm::Link netdev;

  /// path of the file; what is there is replaced
  std::string file;

  /// how much of each frame is written at most (bytes, 16 to 262144)
  uint32_t maxlen = 65536;
};

/// What a snapshot of `filter-dump` holds.
struct FilterDumpState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {

/// Writes the frames that pass a network backend, in both directions, to a file that network
/// analyzers read (pcap).
Result<std::unique_ptr<Object>> create_filter_dump(Platform& platform);

}  // namespace vm
