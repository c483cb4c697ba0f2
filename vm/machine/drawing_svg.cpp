// SPDX-License-Identifier: Apache-2.0

#include "vm/machine/drawing_svg.h"

#include <algorithm>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

namespace vm {
namespace {

// In pixels; letters are of one width.
constexpr size_t kLetter = 7;
constexpr size_t kLine = 16;
constexpr size_t kPadding = 8;
constexpr size_t kRowGap = 14;
constexpr size_t kColumnGap = 60;

constexpr std::string_view kStyle =
    "text{font:12px monospace;fill:#222}rect{fill:#f6f6f6;stroke:#666}path{fill:none;stroke:#888}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}rect{fill:#2a2a2a;stroke:#999}}";

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (size_t end = text.find('\n'); end != text.npos; end = text.find('\n')) {
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end + 1);
  }
  lines.push_back(text);
  return lines;
}

size_t width_of(std::string_view text) {
  size_t width = 0;
  for (const std::string_view line : lines_of(text)) {
    width = std::max(width, line.size() * kLetter);
  }
  return width;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '<': result += "&lt;"; break;
      case '>': result += "&gt;"; break;
      case '&': result += "&amp;"; break;
      case '"': result += "&quot;"; break;
      default: result += c;
    }
  }
  return result;
}

/// A box and its place.
struct Placed {
  const Drawing::Box* box;
  size_t column = 0;
  size_t x = 0;
  size_t y = 0;
  size_t width = 0;
  size_t height = 0;
  std::vector<size_t> next = {};    ///< where arrows lead
  std::vector<size_t> before = {};  ///< where they come from
};

class Picture {
 public:
  explicit Picture(const Drawing& drawing) : drawing_(drawing) {
    std::unordered_map<std::string_view, size_t> numbers;
    for (const Drawing::Box& box : drawing.boxes) {
      if (!numbers.emplace(box.id, boxes_.size()).second) continue;
      Placed placed{&box};
      placed.width = width_of(box.label) + 2 * kPadding;
      placed.height = lines_of(box.label).size() * kLine + kPadding;
      boxes_.push_back(std::move(placed));
    }
    for (const Drawing::Arrow& arrow : drawing.arrows) {
      const size_t from = numbers.at(arrow.from);
      const size_t to = numbers.at(arrow.to);
      ends_.emplace_back(from, to);
      boxes_[from].next.push_back(to);
      boxes_[to].before.push_back(from);
    }
    choose_columns();
    place();
  }

  std::string svg() const {
    std::string text = fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
        "viewBox=\"0 0 {0} {1}\">\n<title>{2}</title>\n<style>{3}</style>\n"
        "<marker id=\"tip\" orient=\"auto\" refX=\"6\" refY=\"3\" markerWidth=\"6\" "
        "markerHeight=\"6\"><path d=\"M0 0L6 3L0 6\"/></marker>\n",
        width_,
        height_,
        escaped(drawing_.name),
        kStyle
    );
    for (size_t i = 0; i < ends_.size(); ++i) {
      text += arrow(boxes_[ends_[i].first], boxes_[ends_[i].second], drawing_.arrows[i].label);
    }
    for (const Placed& each : boxes_) {
      text += box(each);
    }
    return text + "</svg>\n";
  }

 private:
  /// The first column has what nothing leads to. Of a circle, what comes first in the drawing is
  /// taken as if nothing led to it.
  void choose_columns() {
    std::vector<size_t> missing;
    std::deque<size_t> ready;
    for (const Placed& each : boxes_) {
      missing.push_back(each.before.size());
      if (each.before.empty()) ready.push_back(missing.size() - 1);
    }
    std::vector<bool> is_done(boxes_.size());
    for (size_t first = 0; first < boxes_.size();) {
      if (ready.empty() && !is_done[first]) ready.push_back(first);
      for (; !ready.empty(); ready.pop_front()) {
        const size_t now = ready.front();
        if (is_done[now]) continue;
        is_done[now] = true;
        for (const size_t next : boxes_[now].next) {
          if (is_done[next]) continue;
          boxes_[next].column = std::max(boxes_[next].column, boxes_[now].column + 1);
          if (--missing[next] == 0) ready.push_back(next);
        }
      }
      if (is_done[first]) ++first;
    }
  }

  void place() {
    std::vector<std::vector<size_t>> columns;
    for (size_t i = 0; i < boxes_.size(); ++i) {
      columns.resize(std::max(columns.size(), boxes_[i].column + 1));
      columns[boxes_[i].column].push_back(i);
    }
    const std::vector<size_t> gaps = gaps_behind(columns.size());
    size_t x = kPadding;
    for (size_t i = 0; i < columns.size(); ++i) {
      std::vector<size_t>& column = columns[i];
      // Beside what leads there, as far as there is room.
      std::stable_sort(column.begin(), column.end(), [this](size_t a, size_t b) {
        return wanted_y(boxes_[a]) < wanted_y(boxes_[b]);
      });
      x += place_column(column, x) + gaps[i];
    }
    width_ = x;
    height_ += kPadding;
  }

  size_t place_column(const std::vector<size_t>& column, size_t x) {
    size_t width = 0;
    size_t y = kPadding;
    for (const size_t number : column) {
      Placed& each = boxes_[number];
      each.x = x;
      each.y = y;
      y += each.height + kRowGap;
      width = std::max(width, each.width);
    }
    height_ = std::max(height_, y);
    return width;
  }

  size_t wanted_y(const Placed& box) const {
    size_t sum = 0;
    for (const size_t before : box.before) {
      sum += boxes_[before].y;
    }
    return box.before.empty() ? 0 : sum / box.before.size();
  }

  /// Behind each column, room for what the arrows say that begin there.
  std::vector<size_t> gaps_behind(size_t columns) const {
    std::vector<size_t> gaps(columns, kColumnGap);
    for (size_t i = 0; i < ends_.size(); ++i) {
      size_t& gap = gaps[boxes_[ends_[i].first].column];
      gap = std::max(gap, kColumnGap + width_of(drawing_.arrows[i].label));
    }
    return gaps;
  }

  static std::string box(const Placed& placed) {
    std::string text = fmt::format(
        "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"3\"/>\n",
        placed.x,
        placed.y,
        placed.width,
        placed.height
    );
    size_t y = placed.y;
    for (const std::string_view line : lines_of(placed.box->label)) {
      y += kLine;
      text +=
          fmt::format("<text x=\"{}\" y=\"{}\">{}</text>\n", placed.x + kPadding, y, escaped(line));
    }
    return text;
  }

  static std::string arrow(const Placed& from, const Placed& to, std::string_view label) {
    const size_t x1 = from.x + from.width;
    const size_t y1 = from.y + from.height / 2;
    const size_t y2 = to.y + to.height / 2;
    const size_t bend = kColumnGap / 2;
    // One that leads back arrives at the left all the same.
    const size_t before_end = to.x >= bend ? to.x - bend : 0;
    std::string text = fmt::format(
        "<path d=\"M{} {}C{} {} {} {} {} {}\" marker-end=\"url(#tip)\"/>\n",
        x1,
        y1,
        x1 + bend,
        y1,
        before_end,
        y2,
        to.x,
        y2
    );
    if (!label.empty()) {
      text += fmt::format(
          "<text x=\"{}\" y=\"{}\">{}</text>\n",
          x1 + bend,
          (y1 + y2) / 2,
          escaped(label)
      );
    }
    return text;
  }

  const Drawing& drawing_;
  std::vector<Placed> boxes_;
  std::vector<std::pair<size_t, size_t>> ends_;  // of the drawing's arrows
  size_t width_ = 0;
  size_t height_ = 0;
};

}  // namespace

std::string write_svg(const Drawing& drawing) {
  return Picture(drawing).svg();
}

}  // namespace vm
