// SPDX-License-Identifier: Apache-2.0
//
// Reads lines of `["s0:Shape", value]`, and answers each with what round_trip::trip says of it.

#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>
#include <unordered_map>

#include "round_trip.h"
#include "runtime/json/json.h"
#include "tables.h"

namespace {

using Table = std::unordered_map<std::string_view, decltype(round_trip::Row::trip)>;

std::string answer(const Table& table, const std::string& line) {
  const qapi::Result<qapi::Json> request = qapi::parse_json(line);
  if (!request) return "\"" + request.error().desc + "\"";
  const auto found = table.find((*request)[0].get_ref<const std::string&>());
  return found == table.end() ? "\"no such type\"" : found->second((*request)[1]);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 1;
  Table table;
  for (const std::vector<round_trip::Row>* rows : round_trip::kTables) {
    for (const round_trip::Row& row : *rows) {
      table.emplace(row.name, row.trip);
    }
  }
  std::ifstream requests(argv[1]);
  std::string line;
  while (std::getline(requests, line)) {
    std::puts(answer(table, line).c_str());
  }
}
