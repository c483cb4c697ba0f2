# Greets on the first serial port, and powers off. Only hart 0 does; the other one sleeps.
    csrr t0, mhartid
    bnez t0, sleep
    li a1, 0x10000000       # the serial port
    li t0, 1
    sw t0, 8(a1)            # txctrl: enabled
    la a0, text
next:
    lbu t1, 0(a0)
    beqz t1, done
wait:
    lw t2, 0(a1)            # txdata: negative while the FIFO is full
    bltz t2, wait
    sw t1, 0(a1)
    addi a0, a0, 1
    j next
done:
    li a2, 0x100000         # the test finisher
    li t0, 0x5555
    sw t0, 0(a2)
sleep:
    wfi
    j sleep
text:
    .asciz "hello from acorn\n"
