// Generated from schema/machine-spec.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/machine_spec.h"

#include "runtime/json/branch.h"
#include "runtime/json/enum.h"
#include "runtime/json/json_type.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kSpecParamTypeNames[] = {
    "int",
    "size",
    "bool",
    "str",
    "file",
    "enum",
};
}  // namespace

std::string_view to_string(SpecParamType value) {
  return kSpecParamTypeNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, SpecParamType& value) {
  return qapi::decode_enum(in, kSpecParamTypeNames, value);
}

void encode(qapi::Writer& out, SpecParamType value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, SpecParam& value) {
  qapi::ObjectReader object(in);
  object.required("type", value.type);
  object.optional("default", value.default_);
  object.optional("min", value.min);
  object.optional("max", value.max);
  object.optional("in", value.in);
  object.optional("doc", value.doc);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecParam& value) {
  qapi::ObjectWriter object(out);
  object.member("type", value.type);
  object.optional("default", value.default_);
  object.optional("min", value.min);
  object.optional("max", value.max);
  object.optional("in", value.in);
  object.optional("doc", value.doc);
}

bool decode(const qapi::Reader& in, SpecNode& value) {
  qapi::ObjectReader object(in);
  object.required("type", value.type);
  object.optional("props", value.props);
  object.optional("if", value.if_);
  object.optional("each", value.each);
  object.optional("doc", value.doc);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecNode& value) {
  qapi::ObjectWriter object(out);
  object.member("type", value.type);
  object.optional("props", value.props);
  object.optional("if", value.if_);
  object.optional("each", value.each);
  object.optional("doc", value.doc);
}

bool decode(const qapi::Reader& in, SpecNames& value) {
  switch (qapi::json_type(in, {qapi::JsonType::String, qapi::JsonType::Array})) {
    case qapi::JsonType::String: return decode(in, qapi::emplace<SpecNames::Kind::One>(value.u));
    case qapi::JsonType::Array: return decode(in, qapi::emplace<SpecNames::Kind::Several>(value.u));
    default: return in.fail_type("SpecNames");
  }
}

void encode(qapi::Writer& out, const SpecNames& value) {
  std::visit([&out](const auto& branch) { encode(out, branch); }, value.u);
}

bool decode(const qapi::Reader& in, SpecMap& value) {
  qapi::ObjectReader object(in);
  object.required("region", value.region);
  object.required("at", value.at);
  object.required("into", value.into);
  object.optional("offset", value.offset);
  object.optional("size", value.size);
  object.optional("priority", value.priority);
  object.optional("if", value.if_);
  object.optional("each", value.each);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecMap& value) {
  qapi::ObjectWriter object(out);
  object.member("region", value.region);
  object.member("at", value.at);
  object.member("into", value.into);
  object.optional("offset", value.offset);
  object.optional("size", value.size);
  object.optional("priority", value.priority);
  object.optional("if", value.if_);
  object.optional("each", value.each);
}

bool decode(const qapi::Reader& in, SpecWire& value) {
  qapi::ObjectReader object(in);
  object.required("from", value.from);
  object.required("to", value.to);
  object.optional("if", value.if_);
  object.optional("each", value.each);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecWire& value) {
  qapi::ObjectWriter object(out);
  object.member("from", value.from);
  object.member("to", value.to);
  object.optional("if", value.if_);
  object.optional("each", value.each);
}

bool decode(const qapi::Reader& in, SpecCheck& value) {
  qapi::ObjectReader object(in);
  object.required("that", value.that);
  object.required("else", value.else_);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecCheck& value) {
  qapi::ObjectWriter object(out);
  object.member("that", value.that);
  object.member("else", value.else_);
}

bool decode(const qapi::Reader& in, SpecExposedProperty& value) {
  qapi::ObjectReader object(in);
  object.required("to", value.to);
  object.optional("expr", value.expr);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecExposedProperty& value) {
  qapi::ObjectWriter object(out);
  object.member("to", value.to);
  object.optional("expr", value.expr);
}

bool decode(const qapi::Reader& in, SpecExpose& value) {
  qapi::ObjectReader object(in);
  object.optional("props", value.props);
  object.optional("ports", value.ports);
  object.optional("spaces", value.spaces);
  object.optional("nodes", value.nodes);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecExpose& value) {
  qapi::ObjectWriter object(out);
  object.optional("props", value.props);
  object.optional("ports", value.ports);
  object.optional("spaces", value.spaces);
  object.optional("nodes", value.nodes);
}

bool decode(const qapi::Reader& in, SpecBody& value) {
  qapi::ObjectReader object(in);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
  return object.finish();
}

void encode(qapi::Writer& out, const SpecBody& value) {
  qapi::ObjectWriter object(out);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
}

bool decode(const qapi::Reader& in, PartSpec& value) {
  qapi::ObjectReader object(in);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
  object.required("part", value.part);
  object.optional("expose", value.expose);
  return object.finish();
}

void encode(qapi::Writer& out, const PartSpec& value) {
  qapi::ObjectWriter object(out);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
  object.member("part", value.part);
  object.optional("expose", value.expose);
}

bool decode(const qapi::Reader& in, MachineSpec& value) {
  qapi::ObjectReader object(in);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
  object.required("machine", value.machine);
  return object.finish();
}

void encode(qapi::Writer& out, const MachineSpec& value) {
  qapi::ObjectWriter object(out);
  object.optional("doc", value.doc);
  object.optional("params", value.params);
  object.optional("nodes", value.nodes);
  object.optional("map", value.map);
  object.optional("wires", value.wires);
  object.optional("checks", value.checks);
  object.member("machine", value.machine);
}

}  // namespace api
