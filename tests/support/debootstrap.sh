#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Makes a root file system of Debian for RISC-V: debootstrap.sh FOLDER SUITE ARCHIVE PACKAGES
#
# Runs in namespaces of its own and, once its user IDs are mapped, which is when it reads a line,
# has programs for RISC-V run by an emulator that this machine knows nothing of.
set -eu

folder=$1 suite=$2 archive=$3 packages=$4

echo ready
read -r _

mount -t proc proc /proc
mount -t binfmt_misc none /proc/sys/fs/binfmt_misc
# 64-bit little-endian ELF, executable or shared, for machine 243. F: the interpreter is opened now.
magic='\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x02\x00\xf3\x00'
mask='\xff\xff\xff\xff\xff\xff\xff\x00\xff\xff\xff\xff\xff\xff\xff\xff\xfe\xff\xff\xff'
printf '%s' ":riscv64:M::$magic:$mask:/usr/bin/qemu-riscv64-static:F" \
    >/proc/sys/fs/binfmt_misc/register

# What makes debootstrap bind device nodes, which nobody may create here.
export container=lxc
debootstrap --arch=riscv64 --variant=minbase --include="$packages" "$suite" "$folder" "$archive"
