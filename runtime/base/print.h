// SPDX-License-Identifier: Apache-2.0
//
// What is said on standard output and standard error. Both may be closed, full, or have a reader
// that went away; none of this may end a program that has more to do.

#pragma once

#include <cstdio>
#include <string_view>

namespace qapi {

/// Writes all of it at once. Gives 0, or errno.
int print(std::FILE* stream, std::string_view text);

/// A line for whoever reads standard error, if anybody does.
void print_note(std::string_view line);

/// First thing in main(): where standard input, output or error is closed, puts something there
/// that fails, so that no file that is opened later takes the place and what is meant for people.
void keep_standard_streams();

}  // namespace qapi
