// SPDX-License-Identifier: Apache-2.0
//
// Invocation is what every transport makes of its input: the one thing that the dispatcher takes.

#pragma once

#include <memory>
#include <string>

#include "runtime/json/json_fwd.h"
#include "runtime/json/reader.h"

namespace qapi {

/// Where an invocation came from: for messages, the journal, and the rules that differ by
/// transport.
struct Origin {
  enum class Kind {
    CommandLine,
    Config,
    Script,
    Qmp,
    Internal
  };

  Kind kind = Kind::Internal;
  std::string
      where;  ///< "--device-add", "board.json:3:5", "script.qmp:7", "qmp0"; empty for Internal
};

class Invocation {
 public:
  Invocation(std::string command, Json arguments, Origin origin);
  Invocation(Invocation&&) noexcept;
  Invocation& operator=(Invocation&&) noexcept;
  Invocation(const Invocation& other);
  Invocation& operator=(const Invocation& other);
  ~Invocation();

  const std::string& command() const { return command_; }
  const Json& arguments() const { return *arguments_; }
  const Origin& origin() const { return origin_; }

  /// Text on the command line and in scripts, JSON elsewhere.
  Spelling spelling() const;

  /// People's transports (command line, config) walk to the phase that a command needs.
  bool walks() const;

 private:
  std::string command_;
  std::unique_ptr<Json> arguments_;  // an object
  Origin origin_;
};

}  // namespace qapi
