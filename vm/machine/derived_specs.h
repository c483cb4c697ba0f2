// SPDX-License-Identifier: Apache-2.0
//
// Parts that nobody writes down, because the schema says all of them: each virtio device behind a
// transport of its own on PCI, by the name that other emulators have for it.

#pragma once

#include <string>
#include <vector>

namespace vm::machine {

/// The text of such a part, as a file of machines/ would have it.
struct DerivedSpec {
  std::string name;  ///< "virtio-blk-pci"
  std::string text;
};

std::vector<DerivedSpec> derive_specs();

}  // namespace vm::machine
