// SPDX-License-Identifier: Apache-2.0
//
// invoke<&commands::stop> adapts a typed command function to the untyped signature of the command
// table; arguments<&commands::stop> is the type of its arguments. A row says `.arguments =
// qapi::arguments<&f>, .run = qapi::invoke<&f>`. A command function is one of
//
//   Result<R> f(Program&);
//   Result<R> f(Program&, const Args&);
//
// where R is void, a generated type, Going<To> or Going<To, R>, and Program derives from Context.

#pragma once

#include <optional>
#include <string_view>
#include <type_traits>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/context.h"
#include "runtime/json/object_type.h"

namespace qapi {

/// The result of a command that chooses the phase it leads to. `To` is a generated enum of just the
/// phases that the schema allows; to_phase(To) gives the phase.
template <typename To, typename R = void>
struct Going {
  To to;
  R value;
};

template <typename To>
struct Going<To, void> {
  To to;
};

/// JSON text that a command function made itself (`'gen': false`).
struct RawJson {
  std::string_view text;
};

inline void encode(Writer& out, const RawJson& value) {
  out.raw(value.text);
}

namespace detail {

// Each command has its own instance of what follows, and there are hundreds: what does not depend
// on its types is not in the templates.

Result<Answer> answer(std::optional<Phase> to);
Result<Answer> answer(const Type& type, const void* value, CompatPolicy compat);
Result<Answer> answer(UntypedEncode encode, const void* value, CompatPolicy compat);
Result<Answer> refuse(const Error& error);
Result<Answer> lead(Result<Answer> answer, Phase to);

template <typename R>
Result<Answer> answer_with(const R& value, CompatPolicy compat) {
  if constexpr (Described<R>) {
    return answer(R::kType, &value, compat);
  } else {
    return answer(&encode_untyped<R>, &value, compat);
  }
}

template <typename To>
Result<Answer> answer_with(const Going<To>& value, CompatPolicy) {
  return answer(to_phase(value.to));
}

template <typename To, typename R>
requires(!std::is_void_v<R>)
    Result<Answer> answer_with(const Going<To, R>& value, CompatPolicy compat) {
  return lead(answer_with(value.value, compat), to_phase(value.to));
}

template <typename R>
Result<Answer> answer(const Result<R>& result, const Context& context) {
  if (!result) return refuse(result.error());
  if constexpr (std::is_void_v<R>) {
    return Answer{};
  } else {
    return answer_with(*result, context.compat());
  }
}

template <typename F>
struct Signature;

template <typename R, typename Program>
struct Signature<Result<R> (*)(Program&)> {
  static constexpr const Type* kArguments = nullptr;

  template <auto F>
  static Result<Answer> run(Context& context, const void*) {
    return answer(F(static_cast<Program&>(context)), context);
  }
};

template <typename R, typename Program, typename Args>
struct Signature<Result<R> (*)(Program&, const Args&)> {
  static constexpr const Type* kArguments = &type<Args>;

  template <auto F>
  static Result<Answer> run(Context& context, const void* arguments) {
    const Args& args = *static_cast<const Args*>(arguments);
    return answer(F(static_cast<Program&>(context), args), context);
  }
};

}  // namespace detail

template <auto F>
constexpr auto invoke = &detail::Signature<decltype(F)>::template run<F>;

/// The type of the arguments of a command function; null when it has none.
template <auto F>
constexpr const Type* arguments = detail::Signature<decltype(F)>::kArguments;

}  // namespace qapi
