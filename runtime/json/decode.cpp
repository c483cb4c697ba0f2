// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/decode.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace qapi {

Error combine(std::vector<Error> errors) {
  if (errors.empty()) return {};
  Error first = std::move(errors.front());
  for (auto each = errors.begin() + 1; each != errors.end(); ++each) {
    // Whoever shows an Error looks no deeper than into its `more`.
    std::vector<Error> inner = std::exchange(each->more, {});
    first.more.push_back(std::move(*each));
    std::move(inner.begin(), inner.end(), std::back_inserter(first.more));
  }
  return first;
}

Result<> decode_untyped_all(
    const Json& json,
    Spelling spelling,
    CompatPolicy compat,
    void* value,
    UntypedDecode decode
) {
  std::vector<Error> errors;
  if (!decode(Reader(json, spelling, errors, compat), value)) {
    return tl::unexpected(combine(std::move(errors)));
  }
  return {};
}

}  // namespace qapi
