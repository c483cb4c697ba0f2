// SPDX-License-Identifier: Apache-2.0
//
// Numbers and bytes as gdb writes them: in hexadecimal digits, without a prefix.
//
//   std::string_view rest = "80000000,4";
//   take_number(rest);     // 0x80000000
//   take(rest, ',');       // true
//   take_number(rest);     // 4

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vm::gdb {

std::optional<unsigned> digit_value(char digit);

/// Takes digits off the front: nothing if there are none, or more than 64 bits.
std::optional<uint64_t> take_number(std::string_view& text);

/// Takes a character off the front, if it is that one.
bool take(std::string_view& text, char character);

/// The same for a word.
bool take(std::string_view& text, std::string_view word);

/// What is before the first `end`, which is taken off with it; all if there is none.
std::string_view take_until(std::string_view& text, char end);

std::string to_hex(std::string_view bytes);

/// Nothing if there is an odd number of digits, or something else.
std::optional<std::string> from_hex(std::string_view text);

}  // namespace vm::gdb
