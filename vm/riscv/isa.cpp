// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/isa.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include <fmt/format.h>

namespace vm::riscv {
namespace {

struct ExtensionName {
  std::string_view name;
  Extension extension;
  ExtensionSet implies;
};

constexpr ExtensionSet kNone = 0;

/// In canonical order, which is also the order of output.
constexpr ExtensionName extension_table[] = {
    {"i", Extension::I, kNone},
    {"m", Extension::M, kNone},
    {"a", Extension::A, kNone},
    {"f", Extension::F, only(Extension::Zicsr)},
    {"d", Extension::D, only(Extension::F) | only(Extension::Zicsr)},
    {"c", Extension::C, kNone},
    {"zicbom", Extension::Zicbom, kNone},
    {"zicbop", Extension::Zicbop, kNone},
    {"zicboz", Extension::Zicboz, kNone},
    {"zicntr", Extension::Zicntr, only(Extension::Zicsr)},
    {"zicond", Extension::Zicond, kNone},
    {"zicsr", Extension::Zicsr, kNone},
    {"zifencei", Extension::Zifencei, kNone},
    {"zihintpause", Extension::Zihintpause, kNone},
    {"zihpm", Extension::Zihpm, only(Extension::Zicsr)},
    {"zawrs", Extension::Zawrs, kNone},
    {"zba", Extension::Zba, kNone},
    {"zbb", Extension::Zbb, kNone},
    {"zbc", Extension::Zbc, kNone},
    {"zbs", Extension::Zbs, kNone},
    {"sdtrig", Extension::Sdtrig, only(Extension::Zicsr)},
    {"smaia", Extension::Smaia, only(Extension::Zicsr)},
    {"ssaia", Extension::Ssaia, only(Extension::Zicsr)},
    {"sstc", Extension::Sstc, kNone},
    {"sv48", Extension::Sv48, kNone},
    {"sv57", Extension::Sv57, only(Extension::Sv48)},
    {"svade", Extension::Svade, kNone},
    {"svadu", Extension::Svadu, kNone},
    {"svinval", Extension::Svinval, kNone},
    {"svnapot", Extension::Svnapot, kNone},
};

/// `g` is IMAFD with Zicsr and Zifencei; every hart of ours with `g` also counts (Zicntr), which
/// the 2019 spec split off from `i`.
constexpr ExtensionSet kGeneral = only(Extension::I) | only(Extension::M) | only(Extension::A) |
                                  only(Extension::F) | only(Extension::D) | only(Extension::Zicsr) |
                                  only(Extension::Zifencei) | only(Extension::Zicntr);

bool add_extension(Isa& isa, std::string_view name) {
  if (name == "g") {
    isa.extensions |= kGeneral;
    return true;
  }
  const auto* row = std::find_if(
      std::begin(extension_table),
      std::end(extension_table),
      [&](const ExtensionName& candidate) { return candidate.name == name; }
  );
  if (row == std::end(extension_table)) return false;
  isa.extensions |= only(row->extension) | row->implies;
  return true;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Drops a version such as `2p1` or `2` from the front of `text`.
void skip_version(std::string_view& text) {
  size_t end = 0;
  while (end < text.size() && is_digit(text[end]))
    ++end;
  const bool has_minor =
      end > 0 && end + 1 < text.size() && text[end] == 'p' && is_digit(text[end + 1]);
  if (has_minor) {
    ++end;
    while (end < text.size() && is_digit(text[end]))
      ++end;
  }
  text.remove_prefix(end);
}

std::string_view without_version(std::string_view name) {
  size_t end = name.size();
  while (end > 0 && is_digit(name[end - 1]))
    --end;
  const bool has_minor =
      end > 1 && end < name.size() && name[end - 1] == 'p' && is_digit(name[end - 2]);
  if (!has_minor) return name.substr(0, end);
  --end;
  while (end > 0 && is_digit(name[end - 1]))
    --end;
  return name.substr(0, end);
}

Result<> check(const Isa& isa, std::string_view text) {
  if (!isa.has(Extension::I)) return fail(fmt::format("isa '{}' lacks the base 'i' or 'g'", text));
  // The trap handlers that M-mode consists of need CSRs.
  if (!isa.has(Extension::Zicsr)) return fail(fmt::format("isa '{}' lacks 'zicsr'", text));
  return {};
}

}  // namespace

Result<Isa> parse_isa(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  std::string_view rest = lower;

  Isa isa;
  if (rest.starts_with("rv64")) {
    isa.extensions = only(Extension::Rv64);
  } else if (rest.starts_with("rv32")) {
    isa.extensions = only(Extension::Rv32);
  } else {
    return fail(fmt::format("isa '{}' does not start with 'rv32' or 'rv64'", text));
  }
  rest.remove_prefix(4);

  while (!rest.empty() && rest.front() != '_') {
    const std::string_view letter = rest.substr(0, 1);
    // Multi-letter names may follow the single letters without an underscore.
    if (letter == "z" || letter == "s" || letter == "x") break;
    if (!add_extension(isa, letter)) {
      return fail(fmt::format("isa '{}': unknown extension '{}'", text, letter));
    }
    rest.remove_prefix(1);
    skip_version(rest);
  }
  while (!rest.empty()) {
    if (rest.front() == '_') rest.remove_prefix(1);
    const std::string_view name = rest.substr(0, rest.find('_'));
    // The number of sv48 is none of a version.
    if (!add_extension(isa, name) && !add_extension(isa, without_version(name))) {
      return fail(fmt::format("isa '{}': unknown extension '{}'", text, name));
    }
    rest.remove_prefix(name.size());
  }
  TRY(check(isa, text));
  return isa;
}

std::string to_string(const Isa& isa) {
  std::string text = fmt::format("rv{}", isa.xlen());
  for (const ExtensionName& row : extension_table) {
    if (!isa.has(row.extension)) continue;
    if (row.name.size() > 1) text += '_';
    text += row.name;
  }
  return text;
}

}  // namespace vm::riscv
