// Generated from schema/objects.json by codegen/templates/objects.h.j2.  Do not edit.

#pragma once

#include <memory>

#include "vm/base/result.h"

namespace qapi {
class Reader;
class Writer;
}  // namespace qapi

namespace vm {
class Object;
class Platform;
}  // namespace vm

namespace api {

/// Properties of `object`.
struct ObjectProps {};

/// What a snapshot of `object` holds.
struct ObjectState {};

bool decode(const qapi::Reader& in, ObjectState& value);
void encode(qapi::Writer& out, const ObjectState& value);

/// Properties of `device`.
struct DeviceProps {
  /// whether it was added after the machine was ready. False: to the guest it has always been
  /// there.
  bool hotplugged = false;
};

/// What a snapshot of `device` holds.
struct DeviceState {};

bool decode(const qapi::Reader& in, DeviceState& value);
void encode(qapi::Writer& out, const DeviceState& value);

/// Properties of `backend`.
struct BackendProps {};

/// What a snapshot of `backend` holds.
struct BackendState {};

bool decode(const qapi::Reader& in, BackendState& value);
void encode(qapi::Writer& out, const BackendState& value);

/// Properties of `chardev`.
struct ChardevProps {};

/// What a snapshot of `chardev` holds.
struct ChardevState {};

bool decode(const qapi::Reader& in, ChardevState& value);
void encode(qapi::Writer& out, const ChardevState& value);

/// Properties of `accel`.
struct AccelProps {};

/// What a snapshot of `accel` holds.
struct AccelState {};

bool decode(const qapi::Reader& in, AccelState& value);
void encode(qapi::Writer& out, const AccelState& value);

}  // namespace api

namespace vm {}  // namespace vm
