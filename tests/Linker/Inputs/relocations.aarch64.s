// Every AArch64 relocation of a static program that lld does not treat another way. Linked by lld at the same addresses for comparison.
        .section .text.relocs,"ax"
        .globl relocs
        .type relocs,%function
relocs: bl other
        b other
        b.eq other
        cbz x1, other
        tbz x1, #3, other
        adr x0, other
        ldr x0, value
        adrp x0, value
        adrp x0, :pg_hi21_nc:value
        add x0, x0, :lo12:value+8
        ldrb w1, [x0, :lo12:value+1]
        ldrh w1, [x0, :lo12:value+2]
        ldr w1, [x0, :lo12:value+4]
        ldr x1, [x0, :lo12:value+8]
        ldr q1, [x0, :lo12:value+16]
        str q1, [x0, :lo12:value]
        movz x2, #:abs_g3:value
        movk x2, #:abs_g2_nc:value
        movk x2, #:abs_g1_nc:value
        movk x2, #:abs_g0_nc:value
        movz x2, #:abs_g1:value
        movz x2, #:abs_g2:value
        movz x2, #:abs_g1_s:value
        movz x2, #:abs_g2_s:value
        movz x2, #:abs_g0_s:tiny
        movz x2, #:abs_g0_s:minus
        .globl tiny, minus
        .set tiny, 77
        .set minus, -5
        adrp x3, :got:value
        ldr x3, [x3, :got_lo12:value]
        adrp x3, :got:missing
        ldr x3, [x3, :got_lo12:missing]
        mrs x4, tpidr_el0
        add x4, x4, :tprel_hi12:tls
        add x4, x4, :tprel_lo12_nc:tls
        ldrb w5, [x4, :tprel_lo12_nc:tls+1]
        ldrh w5, [x4, :tprel_lo12_nc:tls+2]
        ldr w5, [x4, :tprel_lo12_nc:tls+4]
        ldr x5, [x4, :tprel_lo12_nc:tls+8]
        ldr q5, [x4, :tprel_lo12_nc:tls]
        movz x6, #:tprel_g1:tls
        movk x6, #:tprel_g0_nc:tls
        movz x6, #:tprel_g0:tls
        movz x6, #:tprel_g2:tls
        .balign 8
        .quad other
        .quad other-.
        .word other-.
        .word value
        .word other@PLT-.
        .weak missing
        ret
        .size relocs,.-relocs
        .section .text.other,"ax"
        .globl other
        .type other,%function
other:  ret
        .size other,.-other
        .section .data.value,"aw"
        .globl value
        .type value,%object
        .balign 16
value:  .quad other, other+4, value
        .long value-., 0
        .size value,.-value
        .section .tdata.tls0,"awT",%progbits
        .globl tls0
        .type tls0,%object
        .balign 16
tls0:   .quad 1, 2
        .size tls0,.-tls0
        .section .tdata.tls,"awT",%progbits
        .globl tls
        .type tls,%object
        .balign 16
tls:    .quad 7, 8
        .size tls,.-tls
