// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/table.h"

#include <algorithm>
#include <vector>

#include "runtime/json/json.h"
#include "runtime/json/utf8.h"
#include "runtime/json/writer.h"

namespace qapi {

namespace {

using Row = std::vector<std::string>;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// Text as it is, unless it would break the line.
std::string cell(const Json& json) {
  if (!json.is_string()) return encoded(json);
  const auto& text = json.get_ref<const std::string&>();
  return std::any_of(text.begin(), text.end(), is_control) ? encoded(text) : text;
}

/// The names of all members, in the order in which they first appear.
Row columns_of(const Json& list) {
  Row names;
  for (const Json& item : list) {
    for (const auto& [name, value] : item.items()) {
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
  }
  return names;
}

std::vector<Row> rows_of(const Json& list) {
  const Row columns = columns_of(list);
  std::vector<Row> rows{columns};
  for (const Json& item : list) {
    Row& row = rows.emplace_back();
    for (const std::string& name : columns) {
      const auto value = item.find(name);
      row.push_back(value == item.end() ? "-" : cell(*value));
    }
  }
  return rows;
}

/// `paint` gives the look of a cell.
template <typename Paint>
std::string aligned(const std::vector<Row>& rows, Paint paint) {
  std::vector<size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (size_t i = 0; i < row.size(); ++i) {
      widths[i] = std::max(widths[i], count_code_points(row[i]));
    }
  }
  std::string text;
  for (const Row& row : rows) {
    if (&row != &rows.front()) text += '\n';
    for (size_t i = 0; i < row.size(); ++i) {
      text += paint(&row == &rows.front(), i, row[i]);
      if (i + 1 < row.size()) text.append(widths[i] + 2 - count_code_points(row[i]), ' ');
    }
  }
  return text;
}

}  // namespace

std::string to_table(const Json& json, const Style& style) {
  std::vector<Row> rows;
  bool has_head = false;
  const auto is_object = [](const Json& item) { return item.is_object(); };
  if (json.is_array() && std::all_of(json.begin(), json.end(), is_object)) {
    rows = rows_of(json);
    has_head = true;
  } else if (json.is_structured()) {
    for (const auto& [name, value] : json.items()) {
      rows.push_back(json.is_object() ? Row{name, cell(value)} : Row{cell(value)});
    }
  } else {
    rows = {{cell(json)}};
  }
  const bool has_names = json.is_object();
  return aligned(rows, [&](bool is_first, size_t column, const std::string& text) {
    if (has_head && is_first) return style.heading(text);
    return has_names && column == 0 ? style.name(text) : text;
  });
}

}  // namespace qapi
