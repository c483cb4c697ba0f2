// SPDX-License-Identifier: Apache-2.0

#include "runtime/json/decode.h"

#include <iterator>
#include <utility>

namespace qapi {

Error combine(std::vector<Error> errors) {
  if (errors.empty()) return {};
  Error first = std::move(errors.front());
  first.more.insert(
      first.more.end(),
      std::make_move_iterator(errors.begin() + 1),
      std::make_move_iterator(errors.end())
  );
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
