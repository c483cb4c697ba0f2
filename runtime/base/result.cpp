// SPDX-License-Identifier: Apache-2.0

#include "runtime/base/result.h"

namespace qapi {

Error located(Error error, std::string_view where) {
  if (error.is_located || where.empty()) return error;
  error.desc = std::string(where) + ": " + error.desc;
  error.is_located = true;
  for (Error& further : error.more) {
    further = located(std::move(further), where);
  }
  return error;
}

}  // namespace qapi
