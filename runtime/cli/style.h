// SPDX-License-Identifier: Apache-2.0
//
// Style is how text looks on a terminal: colours for what the eye looks for, and the width of
// lines. What goes elsewhere, or to somebody who set NO_COLOR, is plain.
//
//   const Style style = Style::of(STDERR_FILENO, ColorMode::Auto);
//   print_note(style.error("coldplug:") + " no such machine");

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace qapi {

/// What `--color` takes.
enum class ColorMode {
  Auto,  ///< on a terminal that knows colours, unless NO_COLOR is set
  Always,
  Never,
};

inline constexpr std::array<std::string_view, 3> kColorModes = {"auto", "always", "never"};

/// The mode of that name.
std::optional<ColorMode> find_color_mode(std::string_view name);

/// The last that a command line chooses, whatever else is wrong with it: it counts for errors, too.
ColorMode chosen_color_mode(std::span<const std::string> arguments);

class Style {
 public:
  static constexpr size_t kDefaultWidth = 80;

  /// Plain, and as wide as text usually is.
  Style() = default;

  /// For what is written to that descriptor.
  static Style of(int descriptor, ColorMode mode);

  std::string heading(std::string_view text) const { return painted(text, "1"); }
  std::string name(std::string_view text) const { return painted(text, "36"); }
  std::string error(std::string_view text) const { return painted(text, "1;31"); }

  /// Columns that text is to fill.
  size_t width() const { return width_; }

 private:
  std::string painted(std::string_view text, std::string_view code) const;

  bool is_colored_ = false;
  size_t width_ = kDefaultWidth;
};

}  // namespace qapi
