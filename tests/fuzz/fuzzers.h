// SPDX-License-Identifier: Apache-2.0
//
// The fuzzers. Each takes an input apart and does with a part of the emulator what it says; what
// goes wrong is found by the sanitizers, and by checks that end the program.

#pragma once

class FuzzedDataProvider;

namespace vm::fuzz {

/// Any device: its registers, inputs, resets, time, saved state, and its removal.
void devices(FuzzedDataProvider& input);

/// Programs by chance, which run in blocks and one instruction after the other.
void hart(FuzzedDataProvider& input);

/// Virtio devices, with queues in memory that the input fills.
void virtio(FuzzedDataProvider& input);

/// Functions of PCI on a host and on root ports: configuration space, what it places, hot plug.
void pci(FuzzedDataProvider& input);

/// A qcow2 image that is damaged.
void qcow2(FuzzedDataProvider& input);

/// What loaders load: ELF files and kernels.
void image(FuzzedDataProvider& input);

/// A saved machine that is damaged.
void saved(FuzzedDataProvider& input);

}  // namespace vm::fuzz
