// SPDX-License-Identifier: Apache-2.0

#include "vm/riscv/isa.h"

#include <cctype>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "runtime/json/enum.h"
#include "runtime/json/nearest.h"

namespace vm::riscv {
namespace {

struct Bringing {
  Extension extension;
  ExtensionSet others;
};

/// What having one brings with it.
constexpr Bringing kBringing[] = {
    {Extension::F, only(Extension::Zicsr)},
    {Extension::D, only(Extension::F) | only(Extension::Zicsr)},
    {Extension::Zicntr, only(Extension::Zicsr)},
    {Extension::Zihpm, only(Extension::Zicsr)},
    {Extension::Sdtrig, only(Extension::Zicsr)},
    {Extension::Smaia, only(Extension::Zicsr)},
    {Extension::Ssaia, only(Extension::Zicsr)},
    {Extension::Sv57, only(Extension::Sv48)},
};

/// `g` is IMAFD with Zicsr and Zifencei; every hart of ours with `g` also counts (Zicntr), which
/// the 2019 spec split off from `i`.
constexpr ExtensionSet kGeneral = only(Extension::I) | only(Extension::M) | only(Extension::A) |
                                  only(Extension::F) | only(Extension::D) | only(Extension::Zicsr) |
                                  only(Extension::Zifencei) | only(Extension::Zicntr);

/// What there are entries of page tables of 64 bits for.
constexpr Extension kOnlyRv64[] = {Extension::Sv48, Extension::Sv57, Extension::Svnapot};

std::span<const std::string_view> extension_names() {
  return type_of(Extension()).names();
}

/// What a name of an ISA string stands for; empty if it is unknown.
ExtensionSet find_extensions(std::string_view name) {
  if (name == "g") return kGeneral;
  if (name == "b") return kBitManipulation;
  const std::optional<size_t> index = qapi::find_name(extension_names(), name);
  if (!index) return 0;
  const auto extension = static_cast<Extension>(*index);
  ExtensionSet found = only(extension);
  for (const Bringing& row : kBringing) {
    if (row.extension == extension) found |= row.others;
  }
  return found;
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

/// `text` is what `name` is part of.
Result<> add_extensions(Isa& isa, std::string_view name, std::string_view text) {
  ExtensionSet found = find_extensions(name);
  // The number of sv48 is none of a version.
  if (found == 0) found = find_extensions(without_version(name));
  if (found == 0) {
    const std::string meant = qapi::did_you_mean(name, extension_names());
    return fail(fmt::format("isa '{}': unknown extension '{}'{}", text, name, meant));
  }
  isa.extensions |= found;
  return {};
}

Result<> check(const Isa& isa, std::string_view text) {
  if (!isa.has(Extension::I)) return fail(fmt::format("isa '{}' lacks the base 'i' or 'g'", text));
  // The trap handlers that M-mode consists of need CSRs.
  if (!isa.has(Extension::Zicsr)) return fail(fmt::format("isa '{}' lacks 'zicsr'", text));
  for (Extension extension : kOnlyRv64) {
    if (isa.xlen() == 64 || !isa.has(extension)) continue;
    return fail(fmt::format("isa '{}': '{}' needs rv64", text, to_string(extension)));
  }
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
    isa.extensions = kRv64;
  } else if (rest.starts_with("rv32")) {
    isa.extensions = kRv32;
  } else {
    return fail(fmt::format("isa '{}' does not start with 'rv32' or 'rv64'", text));
  }
  rest.remove_prefix(4);

  while (!rest.empty() && rest.front() != '_') {
    const std::string_view letter = rest.substr(0, 1);
    // Multi-letter names may follow the single letters without an underscore.
    if (letter == "z" || letter == "s" || letter == "x") break;
    TRY(add_extensions(isa, letter, text));
    rest.remove_prefix(1);
    skip_version(rest);
  }
  while (!rest.empty()) {
    if (rest.front() == '_') rest.remove_prefix(1);
    const std::string_view name = rest.substr(0, rest.find('_'));
    TRY(add_extensions(isa, name, text));
    rest.remove_prefix(name.size());
  }
  TRY(check(isa, text));
  return isa;
}

std::vector<Extension> extensions_of(const Isa& isa) {
  std::vector<Extension> found;
  for (size_t i = 0; i < extension_names().size(); ++i) {
    const auto extension = static_cast<Extension>(i);
    if (isa.has(extension)) found.push_back(extension);
  }
  return found;
}

std::string to_string(const Isa& isa) {
  std::string text = fmt::format("rv{}", isa.xlen());
  for (Extension extension : extensions_of(isa)) {
    const std::string_view name = to_string(extension);
    if (name.size() > 1) text += '_';
    text += name;
  }
  return text;
}

}  // namespace vm::riscv
