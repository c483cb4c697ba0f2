# SPDX-License-Identifier: Apache-2.0
#
# What every kernel begins with: a stack, floating point, a vector for traps that none of them expects, and the finisher when
# main returns: success if that was 0. The number of instructions that main took goes to the uart, in hexadecimal.

        .equ FAIL, 0x13333              # the finisher's word, with an exit code of 1

        .globl _start
        .section .text.start
_start:
        csrr t0, mhartid
        bnez t0, park
        la sp, stack_top
        la t0, unexpected
        csrw mtvec, t0
        li t0, 0x6000                   # mstatus.FS: floating point is on
        csrs mstatus, t0
        li t0, 7                        # counters, for those that return in supervisor mode
        csrw mcounteren, t0
        rdinstret s0
        call main
        rdinstret s1
        sub s1, s1, s0
        bnez a0, unexpected

        li s2, 0x10000000               # the uart
        li s3, 60
digit:
        srl t0, s1, s3
        andi t0, t0, 15
        addi t1, t0, '0'
        li t2, 10
        blt t0, t2, write
        addi t1, t0, 'a' - 10
write:
        sb t1, 0(s2)
        addi s3, s3, -4
        bgez s3, digit
        li t1, '\n'
        sb t1, 0(s2)
        li t1, 0x5555
finish:
        li t0, 0x100000                 # the finisher
        sw t1, 0(t0)
park:
        j park

        .balign 4
unexpected:
        li t1, FAIL
        j finish

        .bss
        .balign 16
        .skip 16384
stack_top:
