// Generated from qapigen/journal.json by codegen/templates/commands.h.j2.  Do not edit.
//
// Declared here, defined by hand in runtime/program/base_commands.h.

#pragma once

#include "generated/types/journal.h"

#include "runtime/base/result.h"

namespace vm {
class Vm;
}  // namespace vm

namespace vm::commands {

/// Gives what has been built so far as a configuration: whoever loads it has the same, down to
/// the phase. What was removed again is not in it; what has been added while the guest runs is
/// there from the start, for the guest that finds it. A phase that a start does not lead to (a
/// guest that is paused, or has ended) becomes the last one before the guest runs.
///
/// Returns the configuration
qapi::Result<api::ConfigExport> query_config(vm::Vm& vm, const api::QueryConfigArgs& args);

/// Lists the commands that were accepted and changed something, whoever gave them. What ran
/// other commands (a script, a configuration file, until-phase) is there as those commands.
///
/// Returns the commands
qapi::Result<api::JournalInfo> query_journal(vm::Vm& vm);

/// Writes the journal to a file: what it holds already, and from then on each command when it
/// is done. The file is a script; to run it gives the same again.
///
/// Errors:
///     - If the file holds something, or cannot be written, GenericError
qapi::Result<> journal_open(vm::Vm& vm, const api::JournalOpenArgs& args);

}  // namespace vm::commands
