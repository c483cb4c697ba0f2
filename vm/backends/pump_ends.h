// SPDX-License-Identifier: Apache-2.0
//
// What a pump moves bytes to and from, apart from its stream.

#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <system_error>

namespace vm {

struct ReadEnds {
  std::function<size_t()> room;
  std::function<void(const uint8_t* data, size_t size)> deliver;
  std::function<void(const std::error_code& error)> ended;  ///< end of file, or an error
};

struct WriteEnds {
  std::function<std::string(size_t most)> take;
  std::function<void(const std::error_code& error)> ended;  ///< an error
};

}  // namespace vm
