// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace qapi {

namespace {

// Nobody mistypes a name this long, and the comparison is quadratic.
constexpr size_t kMaxLength = 64;
constexpr size_t kMaxProposals = 3;

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

std::vector<std::string_view> nearest(
    std::string_view name,
    std::span<const std::string_view> known
) {
  if (name.empty() || name.size() > kMaxLength) return {};
  // A third of the letters may be wrong.
  size_t limit = std::max<size_t>(1, name.size() / 3);
  std::vector<std::pair<size_t, std::string_view>> ranked;
  for (const std::string_view candidate : known) {
    const auto [shorter, longer] = std::minmax({name.size(), candidate.size()});
    if (longer > kMaxLength || longer - shorter > limit) continue;
    const size_t found = distance(name, candidate);
    if (found > limit || found >= candidate.size()) continue;
    // Where one letter at most is wrong there is hardly a doubt.
    if (found <= 1) limit = found;
    ranked.emplace_back(found, candidate);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string_view> names;
  for (const auto& [found, candidate] : ranked) {
    const bool is_new = std::find(names.begin(), names.end(), candidate) == names.end();
    if (found <= limit && is_new && names.size() < kMaxProposals) names.push_back(candidate);
  }
  return names;
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> known) {
  const std::vector<std::string_view> meant = nearest(name, known);
  std::string text;
  for (const std::string_view& each : meant) {
    const bool is_last = &each == &meant.back();
    text += text.empty() ? "; did you mean '" : is_last ? " or '" : ", '";
    text += each;
    text += '\'';
  }
  return text.empty() ? text : text + '?';
}

std::string one_of(std::string_view name, std::span<const std::string_view> known) {
  std::string text = did_you_mean(name, known);
  text += text.empty() ? "; there are " : " There are ";
  for (const std::string_view& each : known) {
    if (&each != &known.front()) text += ", ";
    text += each;
  }
  return text;
}

}  // namespace qapi
