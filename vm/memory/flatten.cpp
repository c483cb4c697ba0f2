// SPDX-License-Identifier: Apache-2.0
//
// Windows of one priority never overlap, so each priority is a sorted list of ranges by itself. The
// lists are laid over each other from the highest priority down: what comes later only fills gaps.
// Mapped spaces bring the ranges of their own flat view, and their gaps stay gaps.

#include "vm/memory/flatten.h"

#include <algorithm>

namespace vm {
namespace {

using Ranges = std::vector<FlatRange>;

/// `range` without what lies before `first` or after `last`.
FlatRange clip(FlatRange range, uint64_t first, uint64_t last) {
  uint64_t cut = first > range.first ? first - range.first : 0;
  range.first += cut;
  range.offset += cut;
  if (range.host != nullptr) range.host += cut;
  range.last = std::min(range.last, last);
  return range;
}

void add_region(Ranges& out, const Mapping& mapping) {
  const Region& region = *mapping.region;
  out.push_back({
      .first = mapping.at,
      .last = last_address(mapping),
      .host = region.host != nullptr && region.is_shown ? region.host + mapping.offset : nullptr,
      .readonly = region.readonly,
      .handler = region.handler,
      .region = region.index,
      .offset = mapping.offset,
  });
}

void add_space(Ranges& out, const Mapping& mapping) {
  uint64_t first = mapping.offset;
  uint64_t last = mapping.offset + (last_address(mapping) - mapping.at);
  for (const FlatRange& inner : mapping.space->flat_view()->ranges()) {
    if (inner.last < first || inner.first > last) continue;
    FlatRange range = clip(inner, first, last);
    range.first = mapping.at + (range.first - mapping.offset);
    range.last = mapping.at + (range.last - mapping.offset);
    out.push_back(range);
  }
}

/// Adds to `out` what of `range` the ranges of `above`, from `next` on, leave visible.
void add_visible(Ranges& out, FlatRange range, const Ranges& above, size_t& next) {
  while (next < above.size() && above[next].last < range.first) {
    out.push_back(above[next++]);
  }
  while (next < above.size() && above[next].first <= range.last) {
    const FlatRange& cover = above[next];
    if (cover.first > range.first) out.push_back(clip(range, range.first, cover.first - 1));
    if (cover.last >= range.last) return;  // it may cover what follows, too
    range = clip(range, cover.last + 1, range.last);
    out.push_back(above[next++]);
  }
  out.push_back(range);
}

/// Lays `above` over `below`; both are sorted.
Ranges overlay(const Ranges& above, const Ranges& below) {
  Ranges out;
  out.reserve(above.size() + below.size());
  size_t next = 0;
  for (const FlatRange& range : below) {
    add_visible(out, range, above, next);
  }
  out.insert(out.end(), above.begin() + static_cast<std::ptrdiff_t>(next), above.end());
  return out;
}

bool continues(const FlatRange& a, const FlatRange& b) {
  if (a.last + 1 != b.first || a.readonly != b.readonly || a.handler != b.handler) return false;
  if ((a.host == nullptr) != (b.host == nullptr)) return false;
  uint64_t size = b.first - a.first;
  if (a.host != nullptr) return a.host + size == b.host;
  return a.region == b.region && a.offset + size == b.offset;
}

void merge_neighbours(Ranges& ranges) {
  size_t kept = 0;
  for (size_t i = 1; i < ranges.size(); ++i) {
    if (continues(ranges[kept], ranges[i])) {
      ranges[kept].last = ranges[i].last;
    } else {
      ranges[++kept] = ranges[i];
    }
  }
  if (!ranges.empty()) ranges.resize(kept + 1);
}

}  // namespace

uint64_t last_address(const Mapping& mapping) {
  if (mapping.size != 0) return mapping.at + (mapping.size - 1);
  return mapping.at + std::min(UINT64_MAX - mapping.at, UINT64_MAX - mapping.offset);
}

Ranges flatten(const std::vector<Mapping>& mappings) {
  std::vector<const Mapping*> order;
  order.reserve(mappings.size());
  for (const Mapping& mapping : mappings) {
    order.push_back(&mapping);
  }
  std::sort(order.begin(), order.end(), [](const Mapping* a, const Mapping* b) {
    return a->priority != b->priority ? a->priority > b->priority : a->at < b->at;
  });

  Ranges view;
  for (auto begin = order.begin(); begin != order.end();) {
    Ranges level;
    auto end = begin;
    for (; end != order.end() && (*end)->priority == (*begin)->priority; ++end) {
      (*end)->region != nullptr ? add_region(level, **end) : add_space(level, **end);
    }
    view = overlay(view, level);
    begin = end;
  }
  merge_neighbours(view);
  return view;
}

}  // namespace vm
