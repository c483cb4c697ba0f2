// SPDX-License-Identifier: Apache-2.0
//
// How answers look on standard output: the JSON of a command's answer in one of the forms of
// `--output`. YAML holds the same data and reads back equal; a table is for people only.
//
//   fmt::print("{}\n", render(R"([{"label":"con","open":true}])", OutputFormat::Table));
//   // label  open
//   // con    true

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "runtime/cli/style.h"

namespace qapi {

enum class OutputFormat {
  Compact,  ///< JSON on one line
  Pretty,   ///< JSON, indented
  Yaml,
  Table,
};

/// What `--output` takes.
inline constexpr std::array<std::string_view, 4> kOutputFormats = {
    "json",
    "pretty",
    "yaml",
    "table"};

/// The format of that name.
std::optional<OutputFormat> find_output_format(std::string_view name);

/// `json` must be valid; tables have colours if the style has. The text ends without a new line.
std::string render(std::string_view json, OutputFormat format, const Style& style = {});

}  // namespace qapi
