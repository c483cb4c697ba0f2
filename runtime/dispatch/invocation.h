// SPDX-License-Identifier: Apache-2.0
//
// Invocation is what every transport makes of its input: the one thing that the dispatcher takes.

#pragma once

#include <memory>
#include <string>

#include "runtime/json/json_fwd.h"
#include "runtime/json/reader.h"

namespace qapi {

struct ClientDescriptors;
struct Rights;

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
  std::string where =
      {};  ///< "--device-add", "board.json:3:5", "script.qmp:7", "monitor0.1"; empty for Internal
  std::shared_ptr<const Rights> rights = {};       ///< null: all
  std::shared_ptr<ClientDescriptors> client = {};  ///< what its client has sent; null: no client
  std::shared_ptr<const std::string> peer = {};    ///< who the client of a monitor is
};

class Invocation {
 public:
  Invocation(std::string command, Json arguments, const Origin& origin);

  /// With arguments that are written otherwise than is usual where they come from.
  Invocation(std::string command, Json arguments, Origin origin, Spelling spelling);
  Invocation(Invocation&&) noexcept;
  Invocation& operator=(Invocation&&) noexcept;
  Invocation(const Invocation& other);
  Invocation& operator=(const Invocation& other);
  ~Invocation();

  const std::string& command() const { return command_; }
  const Json& arguments() const { return *arguments_; }
  const Origin& origin() const { return origin_; }

  /// Text on the command line and in the words of scripts, JSON elsewhere.
  Spelling spelling() const { return spelling_; }

  /// People's transports (command line, config) walk to the phase that a command needs.
  bool walks() const;

 private:
  std::string command_;
  std::unique_ptr<Json> arguments_;  // an object
  Origin origin_;
  Spelling spelling_;
};

}  // namespace qapi
