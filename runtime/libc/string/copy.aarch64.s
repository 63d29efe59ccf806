# memcpy and memmove for AArch64: as copy.x86_64.s, whose head says why. Arguments in x0, x1, x2; x0 is kept for the result.
	.text
	.global memcpy, memmove
	.type memcpy, %function
	.type memmove, %function
	.p2align 4
memcpy:
memmove:
	add x4, x1, x2
	add x5, x0, x2
	cmp x2, #16
	b.lo .Lbelow16
	ldr q0, [x1]
	ldr q1, [x4, #-16]
	cmp x2, #32
	b.hi .Labove32
	str q0, [x0]
	str q1, [x5, #-16]
	ret

.Lbelow16:
	tbz x2, #3, .Lbelow8
	ldr x6, [x1]
	ldr x7, [x4, #-8]
	str x6, [x0]
	str x7, [x5, #-8]
	ret
.Lbelow8:
	tbz x2, #2, .Lbelow4
	ldr w6, [x1]
	ldr w7, [x4, #-4]
	str w6, [x0]
	str w7, [x5, #-4]
	ret
.Lbelow4:
	cbz x2, .Lnothing
	ldrb w6, [x1]
	tbz x2, #1, .Lone
	ldrh w7, [x4, #-2]
	strh w7, [x5, #-2]
.Lone:
	strb w6, [x0]
.Lnothing:
	ret

.Labove32:
	ldr q2, [x1, #16]
	ldr q3, [x4, #-32]
	cmp x2, #64
	b.hi .Labove64
	stp q0, q2, [x0]
	stp q3, q1, [x5, #-32]
	ret
.Labove64:
	ldp q4, q5, [x1, #32]
	ldp q6, q7, [x4, #-64]
	cmp x2, #128
	b.hi .Labove128
	stp q0, q2, [x0]
	stp q4, q5, [x0, #32]
	stp q6, q7, [x5, #-64]
	stp q3, q1, [x5, #-32]
	ret

# The first 64 bytes are in q0, q2, q4, q5 and the last in q6, q7, q3, q1; the middle goes through a loop whose stores are aligned.
.Labove128:
	sub x6, x0, x1
	cbz x6, .Lnothing
	cmp x6, x2
	b.lo .Lbackward
	add x7, x0, #16
	and x7, x7, #-16
	sub x8, x7, x0
	add x1, x1, x8
	sub x9, x5, #64
1:	ldp q16, q17, [x1]
	ldp q18, q19, [x1, #32]
	add x1, x1, #64
	stp q16, q17, [x7]
	stp q18, q19, [x7, #32]
	add x7, x7, #64
	cmp x7, x9
	b.lo 1b
	str q0, [x0]
	stp q6, q7, [x5, #-64]
	stp q3, q1, [x5, #-32]
	ret

# The destination begins inside the source: from the end down to the first 64 bytes.
.Lbackward:
	and x7, x5, #-16
	sub x8, x5, x7
	sub x4, x4, x8
	add x9, x0, #64
1:	ldp q16, q17, [x4, #-32]
	ldp q18, q19, [x4, #-64]
	sub x4, x4, #64
	stp q16, q17, [x7, #-32]
	stp q18, q19, [x7, #-64]
	sub x7, x7, #64
	cmp x7, x9
	b.hi 1b
	stp q4, q5, [x0, #32]
	stp q0, q2, [x0]
	str q1, [x5, #-16]
	ret
	.size memcpy, .-memcpy
	.size memmove, .-memmove
	.section .note.GNU-stack, "", %progbits
