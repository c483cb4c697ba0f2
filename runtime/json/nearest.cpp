// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace qapi {

namespace {

// Nobody mistypes a name this long, and the comparison is quadratic.
constexpr size_t kMaxLength = 64;

// `-` and `_` are confused more often than any letter, and case does not matter to a person.
char folded(char c) {
  if (c == '_') return '-';
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Number of insertions, removals, replacements and swaps of neighbours that make `b` of `a`.
size_t distance(std::string_view a, std::string_view b) {
  std::vector<size_t> before_last(b.size() + 1);
  std::vector<size_t> last(b.size() + 1);
  std::vector<size_t> row(b.size() + 1);
  std::iota(last.begin(), last.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const bool same = folded(a[i - 1]) == folded(b[j - 1]);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0u : 1u)});
      const bool swapped = i > 1 && j > 1 && folded(a[i - 1]) == folded(b[j - 2]) &&
                           folded(a[i - 2]) == folded(b[j - 1]);
      if (swapped) row[j] = std::min(row[j], before_last[j - 2] + 1);
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view name, std::span<const std::string_view> known) {
  if (name.empty() || name.size() > kMaxLength) return {};
  std::string_view best;
  // A third of the letters may be wrong.
  size_t best_distance = std::max<size_t>(1, name.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    if (candidate.size() > kMaxLength) continue;
    const size_t found = distance(name, candidate);
    if (found >= best_distance || found >= candidate.size()) continue;
    best = candidate;
    best_distance = found;
  }
  return best;
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> known) {
  const std::string_view meant = nearest(name, known);
  if (meant.empty()) return {};
  std::string text = "; did you mean '";
  text += meant;
  return text += "'?";
}

}  // namespace qapi
