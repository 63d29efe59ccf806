# Every x86-64 relocation of a static program that lld does not treat another way. Linked by lld at the same addresses for comparison.
        .section .text.relocs,"ax"
        .globl relocs
        .type relocs,@function
relocs: call other
        jmp other
        lea other(%rip),%rax
        mov $value,%eax
        mov $value,%rax
        movabs $value+5,%rax
        mov value+8(,%rax,4),%ecx
        mov value@GOTPCREL(%rip),%rax
        call *other@GOTPCREL(%rip)
        jmp *other@GOTPCREL(%rip)
        mov missing@GOTPCREL(%rip),%rax
        mov $tls@tpoff,%eax
        lea tls@tpoff(%rax),%rax
        data16 lea tls@tlsgd(%rip),%rdi
        .value 0x6666
        rex64 call __tls_get_addr@PLT
        .quad other
        .quad other-.
        .long other-.
        .long value
        .quad value@size
        .long value@size+3
        .weak missing
        call missing
        ret
        .size relocs,.-relocs
        .section .text.other,"ax"
        .globl other
        .type other,@function
other:  ret
        .size other,.-other
        .section .data.value,"aw"
        .globl value
        .type value,@object
        .balign 16
value:  .quad other, other+4, value
        .long value-., 0
        .size value,.-value
        .section .tdata.tls0,"awT",@progbits
        .globl tls0
        .type tls0,@object
        .balign 16
tls0:   .quad 1, 2
        .size tls0,.-tls0
        .section .tdata.tls,"awT",@progbits
        .globl tls
        .type tls,@object
        .balign 16
tls:    .quad 7, 8
        .size tls,.-tls
