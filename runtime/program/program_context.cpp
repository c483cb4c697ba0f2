// SPDX-License-Identifier: Apache-2.0

#include "runtime/program/program_context.h"

#include "runtime/json/json.h"
#include "runtime/program/phase_names.h"

namespace qapi {

Result<std::optional<PhaseSet>> ProgramContext::walk_target(const Invocation& invocation) const {
  if (invocation.command() != "until-phase") return std::nullopt;
  const Json& phase = invocation.arguments().at("phase");
  return TRY(find_phases(tables_.phases, phase.get_ref<const std::string&>()));
}

}  // namespace qapi
