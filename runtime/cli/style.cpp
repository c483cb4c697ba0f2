// SPDX-License-Identifier: Apache-2.0

#include "runtime/cli/style.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "runtime/json/enum.h"

namespace qapi {

namespace {

constexpr std::string_view kOption = "--color";

// Narrower, descriptions have no room; wider, the eye loses the line.
constexpr size_t kMinWidth = 60;
constexpr size_t kMaxWidth = 100;

/// As https://no-color.org has it: set to anything but nothing.
bool is_set(const char* name) {
  const char* const value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool shows_colors(int descriptor) {
  if (::isatty(descriptor) == 0 || is_set("NO_COLOR") || !is_set("TERM")) return false;
  return std::string_view(std::getenv("TERM")) != "dumb";
}

/// The width of the terminal; of another of the three if `descriptor` leads to a pager.
size_t columns(int descriptor) {
  for (const int each : {descriptor, STDERR_FILENO, STDIN_FILENO}) {
    winsize size{};
    if (::ioctl(each, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
  }
  return Style::kDefaultWidth;
}

}  // namespace

std::optional<ColorMode> find_color_mode(std::string_view name) {
  const std::optional<size_t> index = find_name(kColorModes, name);
  if (!index) return std::nullopt;
  return static_cast<ColorMode>(*index);
}

ColorMode chosen_color_mode(std::span<const std::string> arguments) {
  ColorMode mode = ColorMode::Auto;
  for (size_t i = 0; i < arguments.size(); ++i) {
    std::string_view value = arguments[i];
    if (!value.starts_with(kOption)) continue;
    value.remove_prefix(kOption.size());
    if (value.starts_with('=')) {
      value.remove_prefix(1);
    } else if (value.empty() && i + 1 < arguments.size()) {
      value = arguments[i + 1];
    }
    mode = find_color_mode(value).value_or(mode);
  }
  return mode;
}

Style Style::of(int descriptor, ColorMode mode) {
  Style style;
  style.is_colored_ =
      mode == ColorMode::Always || (mode == ColorMode::Auto && shows_colors(descriptor));
  style.width_ = std::clamp(columns(descriptor), kMinWidth, kMaxWidth);
  return style;
}

std::string Style::painted(std::string_view text, std::string_view code) const {
  if (!is_colored_ || text.empty()) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

}  // namespace qapi
