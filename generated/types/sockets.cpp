// Generated from schema/sockets.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/sockets.h"

#include "runtime/json/branch.h"
#include "runtime/json/enum.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kSocketAddressTypeNames[] = {
    "inet",
    "unix",
};
}  // namespace

std::string_view to_string(SocketAddressType value) {
  return kSocketAddressTypeNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, SocketAddressType& value) {
  return qapi::decode_enum(in, kSocketAddressTypeNames, value);
}

void encode(qapi::Writer& out, SocketAddressType value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, InetSocketAddress& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const InetSocketAddress& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, InetSocketAddress& value) {
  object.required("host", value.host);
  object.required("port", value.port);
}

void encode_members(qapi::ObjectWriter& object, const InetSocketAddress& value) {
  object.member("host", value.host);
  object.member("port", value.port);
}

bool decode(const qapi::Reader& in, UnixSocketAddress& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const UnixSocketAddress& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, UnixSocketAddress& value) {
  object.required("path", value.path);
}

void encode_members(qapi::ObjectWriter& object, const UnixSocketAddress& value) {
  object.member("path", value.path);
}

namespace {

void decode_members(qapi::ObjectReader& object, SocketAddress& value) {
  SocketAddressType type{};
  if (!object.required("type", type)) return object.ignore_rest();
  switch (type) {
    case SocketAddressType::Inet:
      decode_members(object, qapi::emplace<SocketAddressType::Inet>(value.u));
      break;
    case SocketAddressType::Unix:
      decode_members(object, qapi::emplace<SocketAddressType::Unix>(value.u));
      break;
  }
}

void encode_members(qapi::ObjectWriter& object, const SocketAddress& value) {
  object.member("type", value.type());
  switch (value.type()) {
    case SocketAddressType::Inet:
      encode_members(object, qapi::get<SocketAddressType::Inet>(value.u));
      break;
    case SocketAddressType::Unix:
      encode_members(object, qapi::get<SocketAddressType::Unix>(value.u));
      break;
  }
}

}  // namespace

bool decode(const qapi::Reader& in, SocketAddress& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SocketAddress& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

bool decode(const qapi::Reader& in, InetSocketAddressWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const InetSocketAddressWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, InetSocketAddressWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const InetSocketAddressWrapper& value) {
  object.member("data", value.data);
}

bool decode(const qapi::Reader& in, UnixSocketAddressWrapper& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const UnixSocketAddressWrapper& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, UnixSocketAddressWrapper& value) {
  object.required("data", value.data);
}

void encode_members(qapi::ObjectWriter& object, const UnixSocketAddressWrapper& value) {
  object.member("data", value.data);
}

namespace {

void decode_members(qapi::ObjectReader& object, SocketAddressLegacy& value) {
  SocketAddressType type{};
  if (!object.required("type", type)) return object.ignore_rest();
  switch (type) {
    case SocketAddressType::Inet:
      decode_members(object, qapi::emplace<SocketAddressType::Inet>(value.u));
      break;
    case SocketAddressType::Unix:
      decode_members(object, qapi::emplace<SocketAddressType::Unix>(value.u));
      break;
  }
}

void encode_members(qapi::ObjectWriter& object, const SocketAddressLegacy& value) {
  object.member("type", value.type());
  switch (value.type()) {
    case SocketAddressType::Inet:
      encode_members(object, qapi::get<SocketAddressType::Inet>(value.u));
      break;
    case SocketAddressType::Unix:
      encode_members(object, qapi::get<SocketAddressType::Unix>(value.u));
      break;
  }
}

}  // namespace

bool decode(const qapi::Reader& in, SocketAddressLegacy& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const SocketAddressLegacy& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

}  // namespace api
