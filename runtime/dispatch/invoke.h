// SPDX-License-Identifier: Apache-2.0
//
// invoke<&commands::stop> adapts a typed command function to the untyped signature of the command
// table; check_arguments<&commands::stop> only decodes its arguments. A row says `.run =
// qapi::invoke<&f>, .check = qapi::check_arguments<&f>`. A command function is one of
//
//   Result<R> f(Program&);
//   Result<R> f(Program&, const Args&);
//
// where R is void, a generated type, Going<To> or Going<To, R>, and Program derives from Context.

#pragma once

#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/dispatch/command.h"
#include "runtime/dispatch/context.h"
#include "runtime/json/reader.h"
#include "runtime/json/writer.h"

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

template <typename R>
struct Answering {
  static Answer answer(const R& value) { return {.json = encoded(value), .to = {}}; }
};

template <typename To>
struct Answering<Going<To>> {
  static Answer answer(const Going<To>& value) { return {.json = "{}", .to = to_phase(value.to)}; }
};

template <typename To, typename R>
struct Answering<Going<To, R>> {
  static Answer answer(const Going<To, R>& value) {
    return {.json = encoded(value.value), .to = to_phase(value.to)};
  }
};

template <typename R>
Result<Answer> answer(Result<R>&& result) {
  if constexpr (std::is_void_v<R>) {
    TRY(std::move(result));
    return Answer{};
  } else {
    R value = TRY(std::move(result));
    return Answering<R>::answer(value);
  }
}

template <typename F>
struct Signature;

template <typename R, typename Program>
struct Signature<Result<R> (*)(Program&)> {
  static Result<> check(const Reader& arguments) {
    std::vector<Error> errors;
    const Reader in(arguments.json(), arguments.spelling(), errors);
    ObjectReader(in).finish();
    if (!errors.empty()) return tl::unexpected(combine(std::move(errors)));
    return {};
  }

  template <auto F>
  static Result<Answer> run(Context& context, const Reader& arguments) {
    TRY(check(arguments));
    return answer(F(static_cast<Program&>(context)));
  }
};

template <typename R, typename Program, typename Args>
struct Signature<Result<R> (*)(Program&, const Args&)> {
  static Result<> check(const Reader& arguments) {
    TRY(decode_all<Args>(arguments.json(), arguments.spelling()));
    return {};
  }

  template <auto F>
  static Result<Answer> run(Context& context, const Reader& arguments) {
    Args args = TRY(decode_all<Args>(arguments.json(), arguments.spelling()));
    return answer(F(static_cast<Program&>(context), args));
  }
};

}  // namespace detail

template <auto F>
constexpr auto invoke = &detail::Signature<decltype(F)>::template run<F>;

/// Decodes the arguments of a command function without calling it.
template <auto F>
constexpr auto check_arguments = &detail::Signature<decltype(F)>::check;

}  // namespace qapi
