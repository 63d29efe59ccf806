# memset for AArch64, as fill.x86_64.s. Arguments in x0, w1, x2; x0 is kept for the result.
	.text
	.global memset
	.type memset, %function
	.p2align 4
memset:
	dup v0.16b, w1
	add x5, x0, x2
	cmp x2, #16
	b.lo .Lbelow16
	str q0, [x0]
	str q0, [x5, #-16]
	cmp x2, #32
	b.ls .Ldone
	str q0, [x0, #16]
	str q0, [x5, #-32]
	cmp x2, #64
	b.ls .Ldone
	stp q0, q0, [x0, #32]
	stp q0, q0, [x5, #-64]
	cmp x2, #128
	b.ls .Ldone
	add x7, x0, #64
	and x7, x7, #-16
	sub x9, x5, #64
1:	stp q0, q0, [x7]
	stp q0, q0, [x7, #32]
	add x7, x7, #64
	cmp x7, x9
	b.lo 1b
.Ldone:
	ret

.Lbelow16:
	tbz x2, #3, .Lbelow8
	str d0, [x0]
	str d0, [x5, #-8]
	ret
.Lbelow8:
	tbz x2, #2, .Lbelow4
	str s0, [x0]
	str s0, [x5, #-4]
	ret
.Lbelow4:
	cbz x2, .Ldone
	strb w1, [x0]
	tbz x2, #1, .Ldone
	str h0, [x5, #-2]
	ret
	.size memset, .-memset
	.section .note.GNU-stack, "", %progbits
