# SPDX-License-Identifier: Apache-2.0
#
# Every trap may end in another task: all registers are saved on the stack of the one, and taken from the stack of the other.
#if __riscv_xlen == 64
#define STORE sd
#define LOAD ld
#define WORD 8
#else
#define STORE sw
#define LOAD lw
#define WORD 4
#endif
#define REGISTERS 34

.section .text
.balign 4
.globl handle_trap
handle_trap:
    addi sp, sp, -REGISTERS * WORD
    STORE x1, 0 * WORD(sp)
    .irp number, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    STORE x\number, (\number - 1) * WORD(sp)
    .endr
    csrr t0, mepc
    STORE t0, 31 * WORD(sp)
    csrr t0, mstatus
    STORE t0, 32 * WORD(sp)
    mv a0, sp
    call rtos_trap

.globl resume
resume:
    mv sp, a0
    LOAD t0, 31 * WORD(sp)
    csrw mepc, t0
    LOAD t0, 32 * WORD(sp)
    csrw mstatus, t0
    LOAD x1, 0 * WORD(sp)
    .irp number, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
    LOAD x\number, (\number - 1) * WORD(sp)
    .endr
    addi sp, sp, REGISTERS * WORD
    mret
