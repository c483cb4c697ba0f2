// SPDX-License-Identifier: Apache-2.0
//
// The file that an image names as the one below it: opened as nodes that are parts of the image's.

#pragma once

#include <string>

#include "vm/backends/block.h"

namespace vm {

struct BackingFile {
  std::string image;   ///< the image's own file; relative names begin in its folder
  std::string name;    ///< as in the image
  std::string format;  ///< as in the image
};

/// A child `backing` of `node`, realized and read-only. Fails when the chain would never end.
Result<Blockdev*> open_backing_file(Blockdev& node, const BackingFile& file);

}  // namespace vm
