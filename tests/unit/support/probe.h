// SPDX-License-Identifier: Apache-2.0
//
// Probe is an object type of the tests' own: it links to others, notes the steps of its life, and
// fails where it is told to.

#pragma once

#include <string>
#include <vector>

#include "vm/object/object.h"
#include "vm/object/property.h"

namespace vm {

struct ProbeProps {
  Link peer;
  std::vector<Link> others;
  uint32_t number = 7;
  uint32_t level = 0;
  uint64_t seen = 0;
};

struct ProbeState {};

class Probe final : public Typed<Object, ProbeProps, ProbeState> {
 public:
  explicit Probe(std::vector<std::string>& steps) : steps_(steps) {}

  const ProbeProps& props() const { return props_; }

  std::string fail_at;

 protected:
  Result<> on_configure() override { return step("configure"); }
  Result<> on_realize() override { return step("realize"); }
  void on_unrealize() override { steps_.push_back("unrealize " + name()); }
  Result<> on_property_changed(std::string_view property) override {
    return step("changed " + std::string(property) + " of");
  }

 private:
  Result<> step(const std::string& what) {
    if (fail_at == what) return fail(name() + " cannot " + what);
    steps_.push_back(what + " " + name());
    return {};
  }

  std::vector<std::string>& steps_;
};

inline Result<std::unique_ptr<Object>> create_group(Platform&) {
  class Group final : public Object {};
  return std::make_unique<Group>();
}

/// All probes of one program note their steps here.
inline std::vector<std::string>& probe_steps() {
  static std::vector<std::string> steps;
  return steps;
}

inline Result<std::unique_ptr<Object>> create_probe(Platform&) {
  return std::make_unique<Probe>(probe_steps());
}

inline constexpr qapi::Range<uint64_t> kProbeNumberRange = {.low = 1, .high = 9, .unit = {}};

inline constexpr PropertyType kProbeProperties[] = {
    {
        .name = "peer",
        .type = "link<probe>",
        .set = decode_property<&ProbeProps::peer>,
        .get = encode_property<&ProbeProps::peer>,
        .links = visit_links<&ProbeProps::peer>,
    },
    {
        .name = "others",
        .type = "[link<probe>]",
        .set = decode_property<&ProbeProps::others>,
        .get = encode_property<&ProbeProps::others>,
        .links = visit_links<&ProbeProps::others>,
    },
    {
        .name = "number",
        .type = "uint32",
        .set = decode_property<&ProbeProps::number, kProbeNumberRange>,
        .get = encode_property<&ProbeProps::number>,
    },
    {
        .name = "level",
        .type = "uint32",
        .use = PropertyUse::Control,
        .set = decode_property<&ProbeProps::level>,
        .get = encode_property<&ProbeProps::level>,
    },
    {
        .name = "seen",
        .type = "uint64",
        .use = PropertyUse::Telemetry,
        .set = decode_property<&ProbeProps::seen>,
        .get = encode_property<&ProbeProps::seen>,
    },
};

inline constexpr ObjectType kProbeRoot = {.name = "object", .is_abstract = true};

inline constexpr ObjectType kProbeTypes[] = {
    {.name = "group", .base = &kProbeRoot, .create = create_group},
    {.name = "probe", .base = &kProbeRoot, .properties = kProbeProperties, .create = create_probe},
    {.name = "shape", .base = &kProbeRoot, .is_abstract = true},
};

}  // namespace vm
