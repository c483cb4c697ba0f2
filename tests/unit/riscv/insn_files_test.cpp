// SPDX-License-Identifier: Apache-2.0
//
// Runs tests/riscv/insn/*.insn. Each line is one instruction as text and as bits, what registers
// and memory hold before it, and what they must hold afterwards. `mem` and `mem8` are eight bytes
// each at the address in s0 and behind it; registers that a line does not name are zero.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "generated/objects/riscv_hart.h"

#include "tests/riscv/bare_machine.h"
#include "vm/riscv/csr.h"
#include "vm/riscv/disassemble.h"

namespace vm::riscv {
namespace {

constexpr uint64_t kCode = BareMachine::kBase;
constexpr uint64_t kData = BareMachine::kBase + 0x2000;
constexpr unsigned kS0 = 8;
constexpr uint64_t kStatusFloatOn = 1u << 13;

std::filesystem::path folder() {
  return std::filesystem::path(SOURCE_DIR) / "tests/riscv/insn";
}

std::vector<std::string> names_of_files() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder()))
    names.push_back(entry.path().stem());
  std::sort(names.begin(), names.end());
  return names;
}

/// Files whose names begin with rv32 are of harts of 32 bits, whose registers are held with their
/// sign extended.
std::string isa_of(const std::string& file) {
  const std::string_view width = file.starts_with("rv32") ? "rv32" : "rv64";
  return std::string(width) + "gcb_zbc_zicond_zicbom_zicboz_zihintpause_zawrs_svinval";
}

struct Setting {
  std::string name;
  uint64_t value = 0;
};

struct Line {
  unsigned number = 0;
  std::string text;
  uint32_t bits = 0;
  std::vector<Setting> before;
  std::vector<Setting> after;
};

std::string trimmed(const std::string& text) {
  const size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return "";
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<Setting> parse_settings(const std::string& text) {
  std::vector<Setting> settings;
  std::istringstream stream(text);
  for (std::string word; stream >> word;) {
    const size_t equals = word.find('=');
    settings.push_back({word.substr(0, equals), std::stoull(word.substr(equals + 1), nullptr, 0)});
  }
  return settings;
}

std::vector<Line> read_lines(const std::filesystem::path& path) {
  std::vector<Line> lines;
  std::ifstream stream(path);
  unsigned number = 0;
  for (std::string text; std::getline(stream, text);) {
    ++number;
    if (text.empty() || text.front() == '#') continue;
    std::vector<std::string> columns;
    std::istringstream row(text);
    for (std::string column; std::getline(row, column, '|');)
      columns.push_back(trimmed(column));
    columns.resize(4);
    lines.push_back({
        number,
        columns[0],
        static_cast<uint32_t>(std::stoul(columns[1], nullptr, 16)),
        parse_settings(columns[2]),
        parse_settings(columns[3]),
    });
  }
  return lines;
}

/// Where a name of a line is kept, or null.
uint64_t* find_register(api::RiscvHartState& state, const std::string& name) {
  constexpr const char* kNames[] = {
      "zero",
      "ra",
      "sp",
      "gp",
      "tp",
      "t0",
      "t1",
      "t2",
      "s0",
      "s1",
      "a0",
      "a1",
      "a2",
      "a3",
      "a4",
      "a5"};
  const auto* found = std::find(std::begin(kNames), std::end(kNames), name);
  if (found != std::end(kNames)) return &state.x[static_cast<size_t>(found - kNames)];
  if (name.starts_with("fa")) return &state.f[10 + static_cast<size_t>(name[2] - '0')];
  return nullptr;
}

uint64_t value_of(BareMachine& machine, const std::string& name) {
  if (name == "fflags") return machine.hart().state().fflags;
  if (name == "mem") return machine.read_u64(kData);
  if (name == "mem8") return machine.read_u64(kData + 8);
  return *find_register(machine.hart().state(), name);
}

void set_value(BareMachine& machine, const Setting& setting) {
  if (setting.name == "frm") {
    machine.hart().state().frm = static_cast<uint8_t>(setting.value);
  } else if (setting.name == "mem") {
    machine.write_u64(kData, setting.value);
  } else if (setting.name == "mem8") {
    machine.write_u64(kData + 8, setting.value);
  } else {
    *find_register(machine.hart().state(), setting.name) = setting.value;
  }
}

/// The instruction, and behind it one that leaves: an ebreak, whose trap goes nowhere.
void run_line(BareMachine& machine, const Line& line) {
  constexpr uint64_t kEbreak = 0x0010'0073;
  const unsigned length = length_of(line.bits);
  machine.hart().reset(kCode);
  machine.hart().state().mtvec = kCode + 0x100;
  machine.hart().state().mstatus |= kStatusFloatOn;
  machine.write_u64(kCode, line.bits | kEbreak << (8 * length));
  machine.write_u64(kData, 0);
  machine.write_u64(kData + 8, 0);
  machine.hart().state().x[kS0] = kData;
  for (const Setting& setting : line.before)
    set_value(machine, setting);
  machine.hart().state_changed();
  machine.hart().run(2);
}

class InsnFile : public testing::TestWithParam<std::string> {};

TEST_P(InsnFile, GivesTheResultsOfEachLine) {
  const std::filesystem::path path = folder() / (GetParam() + ".insn");
  const std::vector<Line> lines = read_lines(path);
  ASSERT_FALSE(lines.empty()) << path;
  BareMachine machine(isa_of(GetParam()));
  for (const Line& line : lines) {
    SCOPED_TRACE(path.string() + ":" + std::to_string(line.number) + ": " + line.text);
    run_line(machine, line);
    constexpr uint64_t kBreakpoint = 3;
    ASSERT_EQ(machine.hart().state().mcause, kBreakpoint);
    const auto end = static_cast<uint32_t>(machine.hart().state().mepc);
    EXPECT_EQ(end, static_cast<uint32_t>(kCode) + length_of(line.bits));
    for (const Setting& setting : line.after) {
      EXPECT_EQ(value_of(machine, setting.name), setting.value) << setting.name;
    }
  }
}

TEST_P(InsnFile, DisassemblesEachLineToItsText) {
  const std::filesystem::path path = folder() / (GetParam() + ".insn");
  const Decoder decoder(parse_isa(isa_of(GetParam())).value());
  for (const Line& line : read_lines(path)) {
    EXPECT_EQ(disassemble(decoder, kCode, line.bits), line.text) << path << ":" << line.number;
  }
}

INSTANTIATE_TEST_SUITE_P(
    All,
    InsnFile,
    testing::ValuesIn(names_of_files()),
    [](const testing::TestParamInfo<std::string>& parameter) { return parameter.param; }
);

}  // namespace
}  // namespace vm::riscv
