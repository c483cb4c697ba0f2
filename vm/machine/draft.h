// SPDX-License-Identifier: Apache-2.0
//
// Draft is a file that has its name only when it is complete: until then it is PATH.part, which
// goes with the draft. One that somebody handed over (`/dev/fdset/N`) is written as it is.
//
//   auto [draft, stream] = TRY(Draft::create(platform, path));
//   ...
//   TRY(draft->complete());

#pragma once

#include <memory>
#include <string>
#include <utility>

#include "vm/backends/descriptor.h"
#include "vm/base/result.h"

namespace vm {

class Draft {
 public:
  using Opened = std::pair<std::unique_ptr<Draft>, std::shared_ptr<Descriptor>>;

  static Result<Opened> create(Platform& platform, const std::string& path);
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  Result<> complete();

 private:
  Draft(std::string path, std::string name) : path_(std::move(path)), name_(std::move(name)) {}

  std::string path_;
  std::string name_;  // until it is complete; then none
};

}  // namespace vm
