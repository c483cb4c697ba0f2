// SPDX-License-Identifier: Apache-2.0
//
// What the generated rows of the object table point to: access to a member of the structs of an
// object's schema entry, by pointer to member. The rows know the types; an Object gives out its
// structs untyped.
//
//   .set = decode_property<&api::Uart16550Props::clock_frequency, kUart16550ClockFrequencyRange>,
//   .get = encode_property<&api::Uart16550Props::clock_frequency>,

#pragma once

#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "runtime/json/constraint.h"
#include "vm/object/link.h"
#include "vm/object/object.h"

namespace vm {

namespace detail {

template <typename Member>
struct MemberOf;

template <typename Struct, typename T>
struct MemberOf<T Struct::*> {
  using In = Struct;
  using Type = T;
};

template <auto Member>
using TypeOf = typename MemberOf<decltype(Member)>::Type;

template <auto Member>
TypeOf<Member>& property(Object& object) {
  using Props = typename MemberOf<decltype(Member)>::In;
  return static_cast<Props*>(object.props_data())->*Member;
}

template <auto Member>
const TypeOf<Member>& property(const Object& object) {
  // The struct is a part of the object; only the access to it has no const form.
  return property<Member>(const_cast<Object&>(object));
}

/// Leaves the property as it was when `decode_value` fails.
template <auto Member, typename Decode>
bool replace(Object& object, Decode decode_value) {
  TypeOf<Member> value{};
  if (!decode_value(value)) return false;
  property<Member>(object) = std::move(value);
  return true;
}

template <typename State>
State& state(Object& object) {
  return *static_cast<State*>(object.state_data());
}

}  // namespace detail

template <auto Member>
bool decode_property(Object& object, const qapi::Reader& in) {
  return detail::replace<Member>(object, [&in](auto& value) {
    return qapi::detail::decode_target(in, value);
  });
}

template <auto Member, const auto& Range>
bool decode_property(Object& object, const qapi::Reader& in) {
  return detail::replace<Member>(object, [&in](auto& value) {
    return decode(in, qapi::Ranged<decltype(value)>{value, Range});
  });
}

/// For `size`.
template <auto Member>
bool decode_size_property(Object& object, const qapi::Reader& in) {
  return detail::replace<Member>(object, [&in](auto& value) {
    return decode(in, qapi::as_size(value));
  });
}

template <auto Member, const auto& Range>
bool decode_size_property(Object& object, const qapi::Reader& in) {
  return detail::replace<Member>(object, [&in](auto& value) {
    auto size = qapi::as_size(value);
    return decode(in, qapi::Ranged<decltype(size)>{size, Range});
  });
}

/// For one element of an array with declared bounds; `index` is within them.
template <auto Member>
bool decode_element(Object& object, size_t index, const qapi::Reader& in) {
  auto& elements = detail::property<Member>(object);
  typename std::remove_cvref_t<decltype(elements)>::value_type element{};
  if (!decode(in, element)) return false;
  if (elements.size() <= index) elements.resize(index + 1);
  elements[index] = std::move(element);
  return true;
}

template <auto Member>
bool encode_property(const Object& object, qapi::Writer& out) {
  const auto& value = detail::property<Member>(object);
  using Type = std::remove_cvref_t<decltype(value)>;
  if constexpr (requires { value.has_value(); }) {
    if (!value.has_value()) return false;
    encode(out, *value);
  } else if constexpr (std::is_same_v<Type, Link>) {
    if (value.path.empty()) return false;
    encode(out, value);
  } else {
    encode(out, value);
  }
  return true;
}

template <auto Member>
void visit_links(Object& object, void (*visit)(void* user, Link& link), void* user) {
  auto& held = detail::property<Member>(object);
  if constexpr (std::is_same_v<std::remove_cvref_t<decltype(held)>, Link>) {
    visit(user, held);
  } else if constexpr (requires { held.has_value(); }) {
    if (!held) return;
    for (Link& link : *held) {
      visit(user, link);
    }
  } else {
    for (Link& link : held) {
      visit(user, link);
    }
  }
}

/// A property that is the size or the number of something.
template <auto Member>
uint64_t number_property(const Object& object) {
  const auto& value = detail::property<Member>(object);
  if constexpr (requires { value.value_or(0); }) {
    return static_cast<uint64_t>(value.value_or(0));
  } else {
    return static_cast<uint64_t>(value);
  }
}

template <typename State>
void save_state(const Object& object, qapi::Writer& out) {
  encode(out, detail::state<State>(const_cast<Object&>(object)));
}

/// `Arrays` are the members whose number of elements is a property: what is loaded must have as
/// many. Members that an older snapshot lacks have their defaults; those that only an older one
/// holds are there for on_loaded() to make use of, and then dropped.
template <typename State, auto... Arrays>
bool load_state(Object& object, const qapi::Reader& in) {
  State& present = detail::state<State>(object);
  State loaded{};
  ((loaded.*Arrays).resize((present.*Arrays).size()), ...);
  if (!decode(in, loaded)) return false;
  const bool fits =
      (qapi::check_length(in, (loaded.*Arrays).size(), (present.*Arrays).size()) && ...);
  if (!fits) return false;
  present = std::move(loaded);
  object.on_loaded();
  if constexpr (requires { drop_retired(present); }) drop_retired(present);
  return true;
}

}  // namespace vm
