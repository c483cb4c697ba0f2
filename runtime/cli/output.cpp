// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/output.h"

#include "runtime/cli/table.h"
#include "runtime/cli/yaml.h"
#include "runtime/json/enum.h"
#include "runtime/json/indent.h"
#include "runtime/json/json.h"

namespace qapi {

std::optional<OutputFormat> find_output_format(std::string_view name) {
  const std::optional<size_t> index = find_name(kOutputFormats, name);
  if (!index) return std::nullopt;
  return static_cast<OutputFormat>(*index);
}

std::string render(std::string_view json, OutputFormat format, const Style& style) {
  switch (format) {
    case OutputFormat::Compact: return std::string(json);
    case OutputFormat::Pretty: return indented(json);
    case OutputFormat::Yaml: return to_yaml(*parse_json(json));
    case OutputFormat::Table: return to_table(*parse_json(json), style);
  }
  return {};
}

}  // namespace qapi
