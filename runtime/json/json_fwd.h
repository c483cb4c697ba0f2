// SPDX-License-Identifier: Apache-2.0
//
// Names the JSON document type without the cost of its definition; runtime/json/json.h has that,
// and only .cpp files include it.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

// Only macros: the name of the namespace that the library's version lives in.
#include <nlohmann/detail/abi_macros.hpp>

// The library's own forward declarations, <nlohmann/json_fwd.hpp>, take twice the time of all else
// that a generated header needs.
NLOHMANN_JSON_NAMESPACE_BEGIN

template <typename Key, typename Value, typename Ignored, typename Allocator>
struct ordered_map;

template <typename T, typename Enabled>
struct adl_serializer;

template <
    template <typename, typename, typename...>
    class Object,
    template <typename, typename...>
    class Array,
    typename String,
    typename Boolean,
    typename Integer,
    typename Unsigned,
    typename Float,
    template <typename>
    class Allocator,
    template <typename, typename>
    class Serializer,
    typename Binary>
class basic_json;

NLOHMANN_JSON_NAMESPACE_END

namespace qapi {

/// A JSON document. Objects keep the order of their members. It is nlohmann::ordered_json.
using Json = nlohmann::basic_json<
    nlohmann::ordered_map,
    std::vector,
    std::string,
    bool,
    std::int64_t,
    std::uint64_t,
    double,
    std::allocator,
    nlohmann::adl_serializer,
    std::vector<std::uint8_t>>;

}  // namespace qapi
