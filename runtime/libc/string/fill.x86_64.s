# memset for x86-64, assembly for the reasons in copy.x86_64.s: stores from both ends that may overlap, and above 128 bytes a loop of aligned ones.
# Arguments in rdi, esi, rdx; rdi is returned.
	.text
	.global memset
	.type memset, @function
	.p2align 4
memset:
	mov %rdi, %rax
	movzbl %sil, %ecx
	mov $0x0101010101010101, %r8
	imul %r8, %rcx
	cmp $16, %rdx
	jb .Lbelow16
	movq %rcx, %xmm0
	punpcklqdq %xmm0, %xmm0
	movups %xmm0, (%rdi)
	movups %xmm0, -16(%rdi,%rdx)
	cmp $32, %rdx
	jbe .Ldone
	movups %xmm0, 16(%rdi)
	movups %xmm0, -32(%rdi,%rdx)
	cmp $64, %rdx
	jbe .Ldone
	movups %xmm0, 32(%rdi)
	movups %xmm0, 48(%rdi)
	movups %xmm0, -64(%rdi,%rdx)
	movups %xmm0, -48(%rdi,%rdx)
	cmp $128, %rdx
	jbe .Ldone
	lea 64(%rdi), %r8
	and $-16, %r8
	lea -64(%rdi,%rdx), %r9
1:	movaps %xmm0, (%r8)
	movaps %xmm0, 16(%r8)
	movaps %xmm0, 32(%r8)
	movaps %xmm0, 48(%r8)
	add $64, %r8
	cmp %r9, %r8
	jb 1b
.Ldone:
	ret

.Lbelow16:
	cmp $8, %edx
	jb .Lbelow8
	mov %rcx, (%rdi)
	mov %rcx, -8(%rdi,%rdx)
	ret
.Lbelow8:
	cmp $4, %edx
	jb .Lbelow4
	mov %ecx, (%rdi)
	mov %ecx, -4(%rdi,%rdx)
	ret
.Lbelow4:
	test %edx, %edx
	jz .Ldone
	mov %cl, (%rdi)
	cmp $1, %edx
	je .Ldone
	mov %cx, -2(%rdi,%rdx)
	ret
	.size memset, .-memset
	.section .note.GNU-stack, "", @progbits
