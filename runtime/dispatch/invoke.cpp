// SPDX-License-Identifier: Apache-2.0

#include "runtime/dispatch/invoke.h"

namespace qapi::detail {

Result<Answer> answer(std::optional<Phase> to) {
  return Answer{.to = to};
}

Result<Answer> answer(const Type& type, const void* value, CompatPolicy compat) {
  Answer given{.json = {}, .to = {}};
  Writer out(given.json, compat);
  type.encode(out, value);
  return given;
}

Result<Answer> answer(UntypedEncode encode, const void* value, CompatPolicy compat) {
  Answer given{.json = {}, .to = {}};
  Writer out(given.json, compat);
  encode(out, value);
  return given;
}

Result<Answer> refuse(const Error& error) {
  return tl::unexpected(error);
}

Result<Answer> lead(Result<Answer> answer, Phase to) {
  answer->to = to;
  return answer;
}

}  // namespace qapi::detail
