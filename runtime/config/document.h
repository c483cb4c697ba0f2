// SPDX-License-Identifier: Apache-2.0
//
// ConfigDocument is a configuration file with all that it extends, merged into one document that
// still knows where each value came from.
//
// `"extends": "base.json"`, or a list of such (relative to the file that says it), starts from
// other files, one on top of the other. Then, from the outside in: objects are merged member by
// member; where both have a list, ours is appended; anything else of ours replaces theirs. A file
// that is extended twice counts once, where it came first. In all strings `${env:NAME}` is
// replaced.

#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "runtime/base/result.h"
#include "runtime/json/json_fwd.h"

namespace qapi {

class ConfigDocument {
 public:
  /// The member that names other files; it is gone from the merged document.
  static constexpr std::string_view kExtends = "extends";

  /// All that keeps it from being read is told at once. Errors begin `FILE:LINE:COL: `.
  static Result<ConfigDocument> load(const std::string& path);

  ConfigDocument(ConfigDocument&&) noexcept;
  ~ConfigDocument();

  const Json& json() const { return *json_; }

  /// "board.json:3:7: /devices/0/driver": where that value stands, or would.
  std::string place_of(std::string_view pointer) const;

  /// As above, for the name of the member.
  std::string place_of_key(std::string_view pointer) const;

 private:
  struct Places;
  class Loader;

  ConfigDocument();

  std::unique_ptr<Json> json_;
  std::unique_ptr<Places> places_;
};

}  // namespace qapi
