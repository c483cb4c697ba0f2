// Generated from schema/startup.json by codegen/templates/types.cpp.j2.  Do not edit.

#include "generated/types/startup.h"

#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

namespace api {

bool decode(const qapi::Reader& in, UntilPhaseArgs& value) {
  qapi::ObjectReader object(in);
  object.required("phase", value.phase);
  return object.finish();
}

void encode(qapi::Writer& out, const UntilPhaseArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("phase", value.phase);
}

bool decode(const qapi::Reader& in, ScriptRunArgs& value) {
  qapi::ObjectReader object(in);
  object.required("file", value.file);
  return object.finish();
}

void encode(qapi::Writer& out, const ScriptRunArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("file", value.file);
}

bool decode(const qapi::Reader& in, ConfigLoadArgs& value) {
  qapi::ObjectReader object(in);
  object.required("file", value.file);
  return object.finish();
}

void encode(qapi::Writer& out, const ConfigLoadArgs& value) {
  qapi::ObjectWriter object(out);
  object.member("file", value.file);
}

}  // namespace api
