// Generated from golden/everything.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/everything.h"

#include "runtime/json/branch.h"
#include "runtime/json/constraint.h"
#include "runtime/json/enum.h"
#include "runtime/json/json_type.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

namespace {
constexpr std::string_view kMaterialNames[] = {
    "clay",
#if defined(CONFIG_GLASS)
    "glass",
#endif
    "2nd-firing",
    "lead",
    "default",
};
}  // namespace

std::string_view to_string(Material value) {
  return kMaterialNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, Material& value) {
  return qapi::decode_enum(in, kMaterialNames, value);
}

void encode(qapi::Writer& out, Material value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kSwitchNames[] = {
    "auto",
    "on",
    "off",
};
}  // namespace

std::string_view to_string(Switch value) {
  return kSwitchNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, Switch& value) {
  return qapi::decode_enum(in, kSwitchNames, value);
}

void encode(qapi::Writer& out, Switch value) {
  out.string(to_string(value));
}

namespace {
constexpr std::string_view kFuelKindNames[] = {
    "gas",
    "wood",
    "sun",
};
}  // namespace

std::string_view to_string(FuelKind value) {
  return kFuelKindNames[static_cast<size_t>(value)];
}

bool decode(const qapi::Reader& in, FuelKind& value) {
  return qapi::decode_enum(in, kFuelKindNames, value);
}

void encode(qapi::Writer& out, FuelKind value) {
  out.string(to_string(value));
}

bool decode(const qapi::Reader& in, Legacy& value) {
  qapi::ObjectReader object(in);
  object.required("MixedCase", value.mixedcase);
  object.optional("with_underscore", value.with_underscore);
  return object.finish();
}

void encode(qapi::Writer& out, const Legacy& value) {
  qapi::ObjectWriter object(out);
  object.member("MixedCase", value.mixedcase);
  object.optional("with_underscore", value.with_underscore);
}

bool decode(const qapi::Reader& in, Point& value) {
  qapi::ObjectReader object(in);
  object.required("celsius", value.celsius);
  object.required("minute", qapi::in_range(value.minute, 0, 10080, "min"));
  return object.finish();
}

void encode(qapi::Writer& out, const Point& value) {
  qapi::ObjectWriter object(out);
  object.member("celsius", value.celsius);
  object.member("minute", value.minute);
}

bool decode(const qapi::Reader& in, Curve& value) {
  qapi::ObjectReader object(in);
  object.required("name", qapi::in_range(value.name, 1, 40));
  object.required("points", value.points);
  object.defaulted("next", value.next);
  object.optional("notes", value.notes);
  return object.finish();
}

void encode(qapi::Writer& out, const Curve& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("points", value.points);
  if (value.next) object.member("next", *value.next);
  object.optional("notes", value.notes);
}

bool decode(const qapi::Reader& in, DetailedCurve& value) {
  qapi::ObjectReader object(in);
  object.required("name", qapi::in_range(value.name, 1, 40));
  object.required("points", value.points);
  object.defaulted("next", value.next);
  object.optional("notes", value.notes);
  object.required("author", value.author);
  object.defaulted("revision", value.revision);
#if defined(CONFIG_REVIEW) && !defined(CONFIG_FAST)
  object.optional("checked", value.checked);
#endif
  object.defaulted("margin", qapi::in_range(value.margin, 0, 50, "°C"));
  object.defaulted("size", qapi::as_size(value.size));
  object.optional("nothing", value.nothing);
  return object.finish();
}

void encode(qapi::Writer& out, const DetailedCurve& value) {
  qapi::ObjectWriter object(out);
  object.member("name", value.name);
  object.member("points", value.points);
  if (value.next) object.member("next", *value.next);
  object.optional("notes", value.notes);
  object.member("author", value.author);
  object.member("revision", value.revision);
#if defined(CONFIG_REVIEW) && !defined(CONFIG_FAST)
  object.optional("checked", value.checked);
#endif
  object.member("margin", value.margin);
  object.member("size", value.size);
  object.optional("nothing", value.nothing);
}

bool decode(const qapi::Reader& in, GasFuel& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const GasFuel& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, GasFuel& value) {
  object.defaulted("pressure", value.pressure);
}

void encode_members(qapi::ObjectWriter& object, const GasFuel& value) {
  object.member("pressure", value.pressure);
}

bool decode(const qapi::Reader& in, WoodFuel& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const WoodFuel& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

void decode_members(qapi::ObjectReader& object, WoodFuel& value) {
  object.required("logs", value.logs);
  object.optional("material", value.material);
}

void encode_members(qapi::ObjectWriter& object, const WoodFuel& value) {
  object.member("logs", value.logs);
  object.optional("material", value.material);
}

namespace {

void decode_members(qapi::ObjectReader& object, Fuel& value) {
  object.optional("price", value.price);
  FuelKind kind{};
  if (!object.required("kind", kind)) return object.ignore_rest();
  switch (kind) {
    case FuelKind::Gas: decode_members(object, qapi::emplace<FuelKind::Gas>(value.u)); break;
    case FuelKind::Wood: qapi::emplace<FuelKind::Wood>(value.u);
#if defined(CONFIG_WOOD) || defined(CONFIG_COAL)
      decode_members(object, qapi::get<FuelKind::Wood>(value.u));
#endif
      break;
    case FuelKind::Sun: qapi::emplace<FuelKind::Sun>(value.u); break;
  }
}

void encode_members(qapi::ObjectWriter& object, const Fuel& value) {
  object.member("kind", value.kind());
  object.optional("price", value.price);
  switch (value.kind()) {
    case FuelKind::Gas: encode_members(object, qapi::get<FuelKind::Gas>(value.u)); break;
    case FuelKind::Wood:
#if defined(CONFIG_WOOD) || defined(CONFIG_COAL)
      encode_members(object, qapi::get<FuelKind::Wood>(value.u));
#endif
      break;
    case FuelKind::Sun: break;
  }
}

}  // namespace

bool decode(const qapi::Reader& in, Fuel& value) {
  qapi::ObjectReader object(in);
  decode_members(object, value);
  return object.finish();
}

void encode(qapi::Writer& out, const Fuel& value) {
  qapi::ObjectWriter object(out);
  encode_members(object, value);
}

bool decode(const qapi::Reader& in, CurveRef& value) {
  switch (qapi::json_type(
      in,
      {qapi::JsonType::Object, qapi::JsonType::String, qapi::JsonType::Array, qapi::JsonType::Null}
  )) {
    case qapi::JsonType::Object:
      return decode(in, qapi::emplace<CurveRef::Kind::Definition>(value.u));
    case qapi::JsonType::String:
      return decode(in, qapi::emplace<CurveRef::Kind::Reference>(value.u));
    case qapi::JsonType::Array: return decode(in, qapi::emplace<CurveRef::Kind::Several>(value.u));
    case qapi::JsonType::Null: return decode(in, qapi::emplace<CurveRef::Kind::None>(value.u));
    default: return in.fail_type("CurveRef");
  }
}

void encode(qapi::Writer& out, const CurveRef& value) {
  std::visit([&out](const auto& branch) { encode(out, branch); }, value.u);
}

bool decode(const qapi::Reader& in, SwitchOrNumber& value) {
  switch (qapi::json_type(in, {qapi::JsonType::String, qapi::JsonType::Number})) {
    case qapi::JsonType::String:
      return decode(in, qapi::emplace<SwitchOrNumber::Kind::Choice>(value.u));
    case qapi::JsonType::Number:
      return decode(in, qapi::emplace<SwitchOrNumber::Kind::Number>(value.u));
    default: return in.fail_type("SwitchOrNumber");
  }
}

void encode(qapi::Writer& out, const SwitchOrNumber& value) {
  std::visit([&out](const auto& branch) { encode(out, branch); }, value.u);
}

bool decode(const qapi::Reader& in, LoadArgs& value) {
  qapi::ObjectReader object(in);
  object.required("material", value.material);
  object.required("pieces", qapi::in_range(value.pieces, 1, 500));
  object.defaulted("labels", qapi::in_range(value.labels, 0, 8));
  object.optional("weights", value.weights);
  return object.finish();
}

void encode(qapi::Writer& out, const LoadArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("material", value.material);
  object.member("pieces", value.pieces);
  object.member("labels", value.labels);
  object.optional("weights", value.weights);
}

bool decode(const qapi::Reader& in, LoadInfo& value) {
  qapi::ObjectReader object(in);
  object.required("pieces", value.pieces);
  return object.finish();
}

void encode(qapi::Writer& out, const LoadInfo& value) {
  qapi::ObjectWriter object(out);
  object.member("pieces", value.pieces);
}

bool decode(const qapi::Reader& in, FireArgs& value) {
  qapi::ObjectReader object(in);
  object.required("curve", value.curve);
  object.defaulted("fan", value.fan);
  return object.finish();
}

void encode(qapi::Writer& out, const FireArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("curve", value.curve);
  object.member("fan", value.fan);
}

bool decode(const qapi::Reader& in, UntilPhaseArgs& value) {
  qapi::ObjectReader object(in);
  object.required("phase", value.phase);
  return object.finish();
}

void encode(qapi::Writer& out, const UntilPhaseArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("phase", value.phase);
}

bool decode(const qapi::Reader& in, TuneArgs& value) {
  qapi::ObjectReader object(in);
  object.required("what", value.what);
  object.take_rest(value.values);
  return object.finish();
}

void encode(qapi::Writer& out, const TuneArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("what", value.what);
  qapi::encode_rest(object, value.values);
}

bool decode(const qapi::Reader& in, DeviceAddArgs& value) {
  qapi::ObjectReader object(in);
  object.required("driver", value.driver);
  object.optional("id", value.id);
  object.take_rest(value.properties);
  return object.finish();
}

void encode(qapi::Writer& out, const DeviceAddArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("driver", value.driver);
  object.optional("id", value.id);
  qapi::encode_rest(object, value.properties);
}

bool decode(const qapi::Reader& in, Status& value) {
  qapi::ObjectReader object(in);
  object.required("state", value.state);
  object.required("phase", value.phase);
  object.required("group", value.group);
  object.required("switch", value.switch_);
  object.optional("choice", value.choice);
  return object.finish();
}

void encode(qapi::Writer& out, const Status& value) {
  qapi::ObjectWriter object(out);
  object.member("state", value.state);
  object.member("phase", value.phase);
  object.member("group", value.group);
  object.member("switch", value.switch_);
  object.optional("choice", value.choice);
}

bool decode(const qapi::Reader& in, ReadyEvent& value) {
  qapi::ObjectReader object(in);
  object.required("celsius", value.celsius);
  object.optional("material", value.material);
  return object.finish();
}

void encode(qapi::Writer& out, const ReadyEvent& value) {
  qapi::ObjectWriter object(out);
  object.member("celsius", value.celsius);
  object.optional("material", value.material);
}

}  // namespace api
