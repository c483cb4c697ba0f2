// Generated from golden/everything.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in kiln/commands/everything.cpp.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "generated/phases/phases.h"
#include "generated/types/everything.h"

#include "runtime/base/result.h"
#include "runtime/dispatch/invoke.h"

namespace kiln {
class Kiln;
}  // namespace kiln

namespace api {

/// Starts to heat.
enum class FireTo {
  Heating,
  Holding,
};

constexpr qapi::Phase to_phase(FireTo to) {
  constexpr qapi::Phase phases[] = {
      to_phase(KilnPhase::Heating),
      to_phase(KilnPhase::Holding),
  };
  return phases[static_cast<size_t>(to)];
}

}  // namespace api

namespace kiln::commands {

/// Puts something into the kiln.
///
/// Returns how many pieces fit
///
/// Errors:
///     - if the kiln is full
qapi::Result<api::LoadInfo> load(kiln::Kiln& kiln, const api::LoadArgs& args);

/// Starts to heat.
qapi::Result<qapi::Going<api::FireTo>> fire(kiln::Kiln& kiln, const api::FireArgs& args);

/// Holds the temperature, or goes on.
qapi::Result<> pause(kiln::Kiln& kiln);

/// Opens the kiln.
qapi::Result<> unload(kiln::Kiln& kiln);

/// Walks towards a phase.
qapi::Result<> until_phase(kiln::Kiln& kiln, const api::UntilPhaseArgs& args);

/// Chooses what heats.
qapi::Result<> set_fuel(kiln::Kiln& kiln, const api::Fuel& args);

#if defined(CONFIG_CURVES)
/// Keeps a curve.
qapi::Result<> set_curve(kiln::Kiln& kiln, const api::DetailedCurve& args);
#endif

/// Takes whatever the author of the kiln thought of.
qapi::Result<> tune(kiln::Kiln& kiln, const api::TuneArgs& args);

/// Adds a part.
qapi::Result<> device_add(kiln::Kiln& kiln, const api::DeviceAddArgs& args);

/// Takes a part away.
qapi::Result<> remove_part(kiln::Kiln& kiln, const api::RemovePartArgs& args);

/// Reports where the kiln stands.
///
/// Returns its state
qapi::Result<api::Status> query_status(kiln::Kiln& kiln);

/// See `query-uptime`.
///
/// Returns seconds since the start
qapi::Result<uint64_t> query_uptime(kiln::Kiln& kiln);

/// See `query-names`.
///
/// Returns names of all curves
qapi::Result<std::vector<std::string>> query_names(kiln::Kiln& kiln);

/// See `query-legacy`.
///
/// Returns what is left of it
qapi::Result<qapi::RawJson> query_legacy(kiln::Kiln& kiln);

/// Ends without an answer.
qapi::Result<> x_crash(kiln::Kiln& kiln);

}  // namespace kiln::commands
