// SPDX-License-Identifier: Apache-2.0
//
// The compiled half of fmt, in our own library. Debian ships it as a shared object only, and that
// one brings the shared C++ library with it: a third of the memory and half of the start-up time of
// a program that has only begun.

#include <fmt/format-inl.h>

FMT_BEGIN_NAMESPACE
namespace detail {

template dragonbox::decimal_fp<float> dragonbox::to_decimal(float);
template dragonbox::decimal_fp<double> dragonbox::to_decimal(double);
template thousands_sep_result<char> thousands_sep_impl(locale_ref);
template char decimal_point_impl(locale_ref);
template std::locale locale_ref::get<std::locale>() const;

}  // namespace detail
FMT_END_NAMESPACE
