# memcpy and memmove for x86-64, one routine: everything up to 128 bytes is read before anything is written, and longer ranges are copied from
# the end that the overlap allows. They are assembly, one file an ISA, because a program's other half may be anything: these are the calls that real
# programs make most, they are leaves, and no migration point lies inside. Arguments as in C (System V: rdi, rsi, rdx); rdi is returned.
	.text
	.global memcpy, memmove
	.type memcpy, @function
	.type memmove, @function
	.p2align 4
memcpy:
memmove:
	mov %rdi, %rax
	cmp $16, %rdx
	jb .Lbelow16
	movups (%rsi), %xmm0
	movups -16(%rsi,%rdx), %xmm1
	cmp $32, %rdx
	ja .Labove32
	movups %xmm0, (%rdi)
	movups %xmm1, -16(%rdi,%rdx)
	ret

.Lbelow16:
	cmp $8, %edx
	jb .Lbelow8
	mov (%rsi), %rcx
	mov -8(%rsi,%rdx), %r8
	mov %rcx, (%rdi)
	mov %r8, -8(%rdi,%rdx)
	ret
.Lbelow8:
	cmp $4, %edx
	jb .Lbelow4
	mov (%rsi), %ecx
	mov -4(%rsi,%rdx), %r8d
	mov %ecx, (%rdi)
	mov %r8d, -4(%rdi,%rdx)
	ret
.Lbelow4:
	test %edx, %edx
	jz .Lnothing
	movzbl (%rsi), %ecx
	cmp $1, %edx
	je .Lone
	movzwl -2(%rsi,%rdx), %r8d
	mov %r8w, -2(%rdi,%rdx)
.Lone:
	mov %cl, (%rdi)
.Lnothing:
	ret

.Labove32:
	movups 16(%rsi), %xmm2
	movups -32(%rsi,%rdx), %xmm3
	cmp $64, %rdx
	ja .Labove64
	movups %xmm0, (%rdi)
	movups %xmm2, 16(%rdi)
	movups %xmm3, -32(%rdi,%rdx)
	movups %xmm1, -16(%rdi,%rdx)
	ret
.Labove64:
	movups 32(%rsi), %xmm4
	movups 48(%rsi), %xmm5
	movups -64(%rsi,%rdx), %xmm6
	movups -48(%rsi,%rdx), %xmm7
	cmp $128, %rdx
	ja .Labove128
	movups %xmm0, (%rdi)
	movups %xmm2, 16(%rdi)
	movups %xmm4, 32(%rdi)
	movups %xmm5, 48(%rdi)
	movups %xmm6, -64(%rdi,%rdx)
	movups %xmm7, -48(%rdi,%rdx)
	movups %xmm3, -32(%rdi,%rdx)
	movups %xmm1, -16(%rdi,%rdx)
	ret

# The first 64 bytes are in xmm0, 2, 4, 5 and the last in 6, 7, 3, 1; the middle goes through a loop whose stores are aligned.
.Labove128:
	mov %rdi, %rcx
	sub %rsi, %rcx
	jz .Lnothing
	cmp %rdx, %rcx
	jb .Lbackward
	lea 16(%rdi), %rcx
	and $-16, %rcx
	sub %rdi, %rcx
	add %rcx, %rsi
	lea (%rdi,%rcx), %r8
	lea -64(%rdi,%rdx), %r9
1:	movups (%rsi), %xmm8
	movups 16(%rsi), %xmm9
	movups 32(%rsi), %xmm10
	movups 48(%rsi), %xmm11
	movaps %xmm8, (%r8)
	movaps %xmm9, 16(%r8)
	movaps %xmm10, 32(%r8)
	movaps %xmm11, 48(%r8)
	add $64, %rsi
	add $64, %r8
	cmp %r9, %r8
	jb 1b
	movups %xmm0, (%rdi)
	movups %xmm6, -64(%rdi,%rdx)
	movups %xmm7, -48(%rdi,%rdx)
	movups %xmm3, -32(%rdi,%rdx)
	movups %xmm1, -16(%rdi,%rdx)
	ret

# The destination begins inside the source: from the end down to the first 64 bytes.
.Lbackward:
	lea (%rdi,%rdx), %r8
	mov %r8, %rcx
	and $-16, %r8
	sub %r8, %rcx
	lea (%rsi,%rdx), %rsi
	sub %rcx, %rsi
	lea 64(%rdi), %r9
1:	movups -16(%rsi), %xmm8
	movups -32(%rsi), %xmm9
	movups -48(%rsi), %xmm10
	movups -64(%rsi), %xmm11
	movaps %xmm8, -16(%r8)
	movaps %xmm9, -32(%r8)
	movaps %xmm10, -48(%r8)
	movaps %xmm11, -64(%r8)
	sub $64, %rsi
	sub $64, %r8
	cmp %r9, %r8
	ja 1b
	movups %xmm5, 48(%rdi)
	movups %xmm4, 32(%rdi)
	movups %xmm2, 16(%rdi)
	movups %xmm0, (%rdi)
	movups %xmm1, -16(%rdi,%rdx)
	ret
	.size memcpy, .-memcpy
	.size memmove, .-memmove
	.section .note.GNU-stack, "", @progbits
