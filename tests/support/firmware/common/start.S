# SPDX-License-Identifier: Apache-2.0
#
# Makes the C environment: copies the initialised data out of the flash, clears the rest, and calls main. Only the hart BOOT_HART goes
# that far, the others sleep.
.section .text.start
.globl _start
_start:
    csrr t0, mhartid
    li t1, BOOT_HART
    bne t0, t1, sleep
    la sp, STACK_TOP
    la t0, handle_trap
    csrw mtvec, t0
    la t0, __data_load
    la t1, __data_start
    la t2, __data_end
copy:
    bgeu t1, t2, copied
    lw t3, 0(t0)
    sw t3, 0(t1)
    addi t0, t0, 4
    addi t1, t1, 4
    j copy
copied:
    la t1, __bss_start
    la t2, __bss_end
clear:
    bgeu t1, t2, cleared
    sw zero, 0(t1)
    addi t1, t1, 4
    j clear
cleared:
    call main
sleep:
    wfi
    j sleep
