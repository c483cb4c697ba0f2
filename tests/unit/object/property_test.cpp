// SPDX-License-Identifier: Apache-2.0

#include "vm/object/property.h"

#include <gtest/gtest.h>

#include "runtime/json/json.h"
#include "tests/unit/support/fake_platform.h"

namespace vm {
namespace {

struct GaugeProps {
  uint32_t rate = 10;
  uint64_t size = 4096;
  std::optional<std::string> label;
  Link peer;
  std::vector<Link> others;
  std::vector<uint8_t> gains;  // as many as `rate` says
};

struct GaugeState {
  uint8_t control = 0;
  std::vector<uint16_t> samples = {0, 0};
  std::optional<uint8_t> level;  // saved by older versions only
};

bool decode(const qapi::Reader& in, GaugeState& value) {
  qapi::ObjectReader object(in);
  object.defaulted("control", value.control);
  object.defaulted("samples", value.samples);
  object.optional("level", value.level);
  return object.finish();
}

void encode(qapi::Writer& out, const GaugeState& value) {
  qapi::ObjectWriter object(out);
  object.member("control", value.control);
  object.member("samples", value.samples);
  object.finish();
}

void drop_retired(GaugeState& value) {
  value.level = {};
}

class Gauge final : public Typed<Object, GaugeProps, GaugeState> {
 public:
  GaugeProps& props() { return props_; }
  GaugeState& state() { return state_; }

  void on_loaded() override {
    if (state_.level) state_.control = *state_.level;
  }
};

constexpr qapi::Range<uint64_t> kRateRange = {.low = 1, .high = 1000, .unit = "Hz"};

using Decode = bool (*)(Object&, const qapi::Reader&);

/// What is wrong with the value, or nothing.
std::string set(Gauge& gauge, Decode decode_value, const char* text) {
  const qapi::Json json = qapi::Json::parse(text);
  std::vector<Error> errors;
  const qapi::Reader top(json, qapi::Spelling::Json, errors);
  const bool ok = decode_value(gauge, top.member("x", json));
  EXPECT_EQ(ok, errors.empty());
  return ok ? "" : errors.front().desc;
}

TEST(Property, IsSetAndRead) {
  Gauge gauge;
  EXPECT_EQ(set(gauge, decode_property<&GaugeProps::rate, kRateRange>, "1000"), "");
  EXPECT_EQ(gauge.props().rate, 1000u);
  std::string text;
  qapi::Writer out(text);
  EXPECT_TRUE(encode_property<&GaugeProps::rate>(gauge, out));
  EXPECT_EQ(text, "1000");
  EXPECT_EQ(number_property<&GaugeProps::rate>(gauge), 1000u);
}

TEST(Property, StaysAsItWasWhenTheNewValueIsRefused) {
  Gauge gauge;
  EXPECT_EQ(
      set(gauge, decode_property<&GaugeProps::rate, kRateRange>, "1001"),
      "Parameter 'x' is 1001; it must be 1 to 1000 Hz"
  );
  EXPECT_EQ(gauge.props().rate, 10u);
}

TEST(Property, OfTypeSizeTakesSuffixes) {
  Gauge gauge;
  EXPECT_EQ(set(gauge, decode_size_property<&GaugeProps::size>, R"("64K")"), "");
  EXPECT_EQ(gauge.props().size, 65536u);
}

TEST(Property, ThatIsAbsentHasNoValue) {
  Gauge gauge;
  std::string text;
  qapi::Writer out(text);
  EXPECT_FALSE(encode_property<&GaugeProps::label>(gauge, out));
  EXPECT_FALSE(encode_property<&GaugeProps::peer>(gauge, out));
  EXPECT_EQ(text, "");
  EXPECT_EQ(set(gauge, decode_property<&GaugeProps::label>, R"("a")"), "");
  EXPECT_TRUE(encode_property<&GaugeProps::label>(gauge, out));
  EXPECT_EQ(text, R"("a")");
}

TEST(Property, ShowsAllLinksItHolds) {
  Gauge gauge;
  EXPECT_EQ(set(gauge, decode_property<&GaugeProps::peer>, R"("a")"), "");
  EXPECT_EQ(set(gauge, decode_property<&GaugeProps::others>, R"(["b", "c"])"), "");
  std::string seen;
  const auto note = [](void* user, Link& link) { *static_cast<std::string*>(user) += link.path; };
  visit_links<&GaugeProps::peer>(gauge, note, &seen);
  visit_links<&GaugeProps::others>(gauge, note, &seen);
  EXPECT_EQ(seen, "abc");
}

constexpr PropertyType kGaugeProperties[] = {
    {
        .name = "gains",
        .type = "uint8",
        .set = decode_property<&GaugeProps::gains>,
        .get = encode_property<&GaugeProps::gains>,
        .length = {.property = number_property<&GaugeProps::rate>},
        .set_element = decode_element<&GaugeProps::gains>,
    },
    {
        .name = "rate",
        .type = "uint32",
        .set = decode_property<&GaugeProps::rate, kRateRange>,
        .get = encode_property<&GaugeProps::rate>,
    },
};

Result<std::unique_ptr<Object>> create_gauge(Platform&) {
  return std::make_unique<Gauge>();
}

constexpr ObjectType kRootType = {.name = "object", .is_abstract = true};
constexpr ObjectType kGaugeTypes[] = {
    {.name = "gauge", .base = &kRootType, .properties = kGaugeProperties, .create = create_gauge},
};

TEST(ArrayProperty, IsSetWholeOrByElement) {
  FakePlatform platform(kGaugeTypes);
  Object& gauge = **platform.create("gauge", "g", {{"rate", 3}});
  const auto set = [&gauge](const char* name, const qapi::Json& value) {
    return error_of(set_property(gauge, name, value, qapi::Spelling::Json));
  };
  EXPECT_EQ(set("gains[2]", 9), "");
  EXPECT_EQ(get_property(gauge, "gains").value(), "[0,0,9]");
  EXPECT_EQ(set("gains", {4, 5}), "");
  EXPECT_EQ(get_property(gauge, "gains").value(), "[4,5]");
}

TEST(ArrayProperty, KeepsWithinItsBounds) {
  FakePlatform platform(kGaugeTypes);
  Object& gauge = **platform.create("gauge", "g", {{"rate", 3}});
  const auto set = [&gauge](const char* name, const qapi::Json& value) {
    return error_of(set_property(gauge, name, value, qapi::Spelling::Json));
  };
  EXPECT_EQ(set("gains[3]", 9), "g.gains has 3 elements");
  EXPECT_EQ(set("gains[18446744073709551615]", 9), "g.gains has 3 elements");
  EXPECT_EQ(set("gains", {1, 2, 3, 4}), "g.gains has 3 elements");
  EXPECT_EQ(set("gains[x]", 9), "gauge has no property 'gains[x]'");
  EXPECT_EQ(set("rate[0]", 9), "gauge has no property 'rate[0]'");
  EXPECT_EQ(set("gains[0]", 256), "Parameter 'gains[0]' is 256; it must be 0 to 255");
  EXPECT_EQ(get_property(gauge, "gains").value(), "[]");
}

TEST(State, IsSavedAndLoaded) {
  Gauge gauge;
  gauge.state() = {.control = 7, .samples = {1, 2}, .level = {}};
  std::string text;
  qapi::Writer out(text);
  save_state<GaugeState>(gauge, out);
  EXPECT_EQ(text, R"({"control":7,"samples":[1,2]})");

  Gauge other;
  EXPECT_EQ(set(other, load_state<GaugeState, &GaugeState::samples>, text.c_str()), "");
  EXPECT_EQ(other.state().samples, (std::vector<uint16_t>{1, 2}));
}

TEST(State, ThatAnOlderSnapshotLacksHasItsDefault) {
  Gauge gauge;
  gauge.state() = {.control = 3, .samples = {1, 2, 3}, .level = {}};
  EXPECT_EQ(set(gauge, load_state<GaugeState, &GaugeState::samples>, "{}"), "");
  EXPECT_EQ(gauge.state().control, 0);
  EXPECT_EQ(gauge.state().samples, (std::vector<uint16_t>{0, 0, 0}));
}

TEST(State, ThatOnlyOlderSnapshotsHoldIsHandedToTheObjectAndDropped) {
  Gauge gauge;
  EXPECT_EQ(set(gauge, load_state<GaugeState>, R"({"level": 9})"), "");
  EXPECT_EQ(gauge.state().control, 9);
  EXPECT_FALSE(gauge.state().level.has_value());
}

TEST(State, IsLoadedWholeOrNotAtAll) {
  Gauge gauge;
  EXPECT_EQ(
      set(gauge, load_state<GaugeState>, R"({"control": 1, "contrl": 2})"),
      "Parameter 'x.contrl' is unexpected; did you mean 'control'?"
  );
  EXPECT_EQ(
      set(gauge, load_state<GaugeState, &GaugeState::samples>, R"({"control": 1, "samples": [1]})"),
      "Parameter 'x' has length 1; it must be 2"
  );
  EXPECT_EQ(gauge.state().control, 0);
}

}  // namespace
}  // namespace vm
