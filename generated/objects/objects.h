// Generated from schema/objects.json by codegen/templates/objects.h.j2.  Do not edit.

#pragma once

#include <memory>
#include <optional>

#include "generated/types/block_core.h"

#include "vm/base/result.h"

namespace qapi {
class ObjectType;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `object`.
struct ObjectProps {};

/// What a snapshot of `object` holds.
struct ObjectState {
  static const qapi::ObjectType kType;
};

/// Properties of `device`.
struct DeviceProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `device` holds.
struct DeviceState {
  static const qapi::ObjectType kType;
};

/// Properties of `backend`.
struct BackendProps {};

/// What a snapshot of `backend` holds.
struct BackendState {
  static const qapi::ObjectType kType;
};

/// Properties of `chardev`.
struct ChardevProps {};

/// What a snapshot of `chardev` holds.
struct ChardevState {
  static const qapi::ObjectType kType;
};

/// Properties of `netdev`.
struct NetdevProps {};

/// What a snapshot of `netdev` holds.
struct NetdevState {
  static const qapi::ObjectType kType;
};

/// Properties of `blockdev`.
struct BlockdevProps {
  /// refuse to write; off when not given
  std::optional<bool> read_only;

  /// become read-only where writing is not possible, instead of failing; off when not given
  std::optional<bool> auto_read_only;

  /// what discarding does; `ignore` when not given
  std::optional<BlockdevDiscardOptions> discard;

  /// how the host's cache is used
  std::optional<BlockdevCacheOptions> cache;
};

/// What a snapshot of `blockdev` holds.
struct BlockdevState {
  static const qapi::ObjectType kType;
};

/// Properties of `accel`.
struct AccelProps {};

/// What a snapshot of `accel` holds.
struct AccelState {
  static const qapi::ObjectType kType;
};

}  // namespace api

namespace vm {}  // namespace vm
