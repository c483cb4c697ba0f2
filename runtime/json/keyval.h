// SPDX-License-Identifier: Apache-2.0
//
// The one syntax of arguments in text, on the command line and wherever else people write them:
//
//   driver=uart16550,id=u0      members; a doubled comma is a comma
//   uart16550,id=u0             the first may leave out the key, if the command implies one
//   memory.size=1G,cpus.0=a     nesting; numbers count the elements of a list, from 0 and without
//   gaps
//   {"driver": "uart16550"}     JSON
//   @FILE                       any of the above from a file, a line for each member; `-` is
//   standard input
//   help, WHAT,help             no arguments, but the question what they are
//
// All scalars come out as text: Spelling::Text.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/base/result.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

/// A JSON object. Errors name the place in the text or the file.
Result<Json> parse_arguments(std::string_view text, std::string_view implied_key);

/// Whether parse_arguments() takes `text` for the name of a file: `@FILE`, or `-`.
bool names_file(std::string_view text);

/// The WHAT of `WHAT,help`, which asks what arguments there are with WHAT; empty for `help` alone.
std::optional<std::string_view> asks_for_help(std::string_view text);

/// The parts between commas, with doubled ones undone; one empty part for an empty text.
std::vector<std::string> split_at_commas(std::string_view text);

/// Only the first three forms.
Result<Json> parse_keyval(std::string_view text, std::string_view implied_key);

/// Puts `value` at a dotted key such as `memory.size`; an error if it is taken, or no key. Numbers
/// are members like others.
Result<> set_at_key(Json& object, std::string_view key, Json value);

}  // namespace qapi
