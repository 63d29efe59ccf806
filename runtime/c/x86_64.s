# The x86-64 part of the target runtime: all of its code that C cannot say. aarch64.s has the same functions in the same order, each in a
# section of its own, because the linker gives both the same address.
# Registers are numbered as in the System V psABI's DWARF table (§3.6.2): rax 0 rdx 1 rcx 2 rbx 3 rsi 4 rdi 5 rbp 6 rsp 7 r8..r15 8..15, return address 16.

	.section .text._start,"ax",@progbits
	.p2align 4
	.globl _start
	.type _start,@function
_start:                                 # the kernel's stack: argc, argv, environ, auxv
	xorl %ebp, %ebp
	movq %rsp, %rdi
	andq $-16, %rsp
	call __popcorn_start
	hlt
	.size _start, .-_start

# long __popcorn_kernel(long nr, long a, long b, long c, long d, long e, long f): this ISA's own numbers
	.section .text.__popcorn_kernel,"ax",@progbits
	.p2align 4
	.globl __popcorn_kernel
	.type __popcorn_kernel,@function
__popcorn_kernel:
	movq %rdi, %rax
	movq %rsi, %rdi
	movq %rdx, %rsi
	movq %rcx, %rdx
	movq %r8, %r10
	movq %r9, %r8
	movq 8(%rsp), %r9
	syscall
	ret
	.size __popcorn_kernel, .-__popcorn_kernel

# The same for a call that must not be made any more once *cancel is set: long __popcorn_kernel_cp(long nr, ..., volatile int *cancel). Then the
# result is NOT_MADE; a signal handler that finds the thread before the end of the system call sends it to __popcorn_cp_interrupted (signal.c).
	.section .text.__popcorn_kernel_cp,"ax",@progbits
	.p2align 4
	.globl __popcorn_kernel_cp, __popcorn_cp_end, __popcorn_cp_interrupted
	.type __popcorn_kernel_cp,@function
__popcorn_kernel_cp:
	movq 16(%rsp), %rax
	cmpl $0, (%rax)
	jne __popcorn_cp_interrupted
	movq %rdi, %rax
	movq %rsi, %rdi
	movq %rdx, %rsi
	movq %rcx, %rdx
	movq %r8, %r10
	movq %r9, %r8
	movq 8(%rsp), %r9
	syscall
__popcorn_cp_end:
	ret
__popcorn_cp_interrupted:
	movq $-512, %rax                # NOT_MADE
	ret
	.size __popcorn_kernel_cp, .-__popcorn_kernel_cp

# long __popcorn_clone(u64 flags, u64 stack, int *ptid, u64 tls, int *ctid): the new thread calls the function that lies on its stack, which
# does not return, with the argument that lies behind it.
	.section .text.__popcorn_clone,"ax",@progbits
	.p2align 4
	.globl __popcorn_clone
	.type __popcorn_clone,@function
__popcorn_clone:
	xchgq %rcx, %r8                 # tls, ctid
	movq %rcx, %r10
	movl $56, %eax
	syscall
	testq %rax, %rax
	jz 1f
	ret
1:	xorl %ebp, %ebp
	popq %rax
	popq %rdi
	call *%rax
	hlt
	.size __popcorn_clone, .-__popcorn_clone

	.section .text.__popcorn_isa,"ax",@progbits
	.p2align 4
	.globl __popcorn_isa
	.type __popcorn_isa,@function
__popcorn_isa:
	movl $62, %eax                  # EM_X86_64
	ret
	.size __popcorn_isa, .-__popcorn_isa

# void __popcorn_set_tp(u64 block, u64 end): the thread pointer is the end of the thread-local block (arch_prctl, ARCH_SET_FS)
	.section .text.__popcorn_set_tp,"ax",@progbits
	.p2align 4
	.globl __popcorn_set_tp
	.type __popcorn_set_tp,@function
__popcorn_set_tp:
	movl $0x1002, %edi
	movl $158, %eax
	syscall
	ret
	.size __popcorn_set_tp, .-__popcorn_set_tp

# void __popcorn_enter(u64 stack_top, void *function, long a, long b, long c): calls function(a, b, c) on a fresh stack.
# Its return address, the bottom of every walk, is __popcorn_bottom.
	.section .text.__popcorn_enter,"ax",@progbits
	.p2align 4
	.globl __popcorn_enter
	.type __popcorn_enter,@function
__popcorn_enter:
	movq %rdi, %rsp
	andq $-16, %rsp
	movq %rsi, %rax
	movq %rdx, %rdi
	movq %rcx, %rsi
	movq %r8, %rdx
	xorl %ecx, %ecx
	xorl %r8d, %r8d
	xorl %r9d, %r9d
	xorl %ebp, %ebp
	leaq __popcorn_bottom(%rip), %r11
	pushq %r11
	jmp *%rax
	.size __popcorn_enter, .-__popcorn_enter

	.section .text.__popcorn_bottom,"ax",@progbits
	.p2align 4
	.globl __popcorn_bottom
	.type __popcorn_bottom,@function
__popcorn_bottom:
	hlt
	.size __popcorn_bottom, .-__popcorn_bottom

# A poll's slow path and migrate()'s: the registers go into an array indexed by DWARF number, and behind it (768 bytes on: FRAME_REGISTERS * 8) the whole vector
# registers; then the runtime works on its own stack (argument 1: the array, 2: -1 or the node) and comes back only if the program stays.
#
# void __popcorn_poll(void) gives every register back, flags aside: compiled code calls it so (anyregcc), and its values are in any of them.
	.section .text.__popcorn_poll,"ax",@progbits
	.p2align 4
	.globl __popcorn_poll
	.type __popcorn_poll,@function
__popcorn_poll:
	pushq %rbp
	movq %rsp, %rbp
	subq $1280, %rsp                # (FRAME_REGISTERS + 2 * FRAME_VECTORS) * 8
	andq $-16, %rsp
	movq %rax, (%rsp)
	movq %rdx, 8(%rsp)
	movq %rcx, 16(%rsp)
	movq %rbx, 24(%rsp)
	movq %rsi, 32(%rsp)
	movq %rdi, 40(%rsp)
	movq (%rbp), %rax
	movq %rax, 48(%rsp)
	leaq 16(%rbp), %rax
	movq %rax, 56(%rsp)
	movq %r8, 64(%rsp)
	movq %r9, 72(%rsp)
	movq %r10, 80(%rsp)
	movq %r11, 88(%rsp)
	movq %r12, 96(%rsp)
	movq %r13, 104(%rsp)
	movq %r14, 112(%rsp)
	movq %r15, 120(%rsp)
	movq 8(%rbp), %rax
	movq %rax, 128(%rsp)
	.irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
	movq %xmm\n, 136+8*\n(%rsp)     # xmm0: number 17
	movaps %xmm\n, 768+16*\n(%rsp)
	.endr
	movq %rsp, %rbx
	movq %rsp, %rdi
	movq $-1, %rsi
	cmpl $1, __popcorn_process+8(%rip) # threads: the runtime has but one stack
	jne 1f
	movq __popcorn_process(%rip), %rsp
	call __popcorn_move
	movq %rbx, %rsp
	movq %rax, %rdi
	call __popcorn_after_move
	jmp 2f
1:	call __popcorn_threads_stay
2:	.irp n, 0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15
	movaps 768+16*\n(%rsp), %xmm\n
	.endr
	movq (%rsp), %rax
	movq 8(%rsp), %rdx
	movq 16(%rsp), %rcx
	movq 24(%rsp), %rbx
	movq 32(%rsp), %rsi
	movq 40(%rsp), %rdi
	movq 64(%rsp), %r8
	movq 72(%rsp), %r9
	movq 80(%rsp), %r10
	movq 88(%rsp), %r11
	movq 96(%rsp), %r12
	movq 104(%rsp), %r13
	movq 112(%rsp), %r14
	movq 120(%rsp), %r15
	movq %rbp, %rsp
	popq %rbp
	ret
	.size __popcorn_poll, .-__popcorn_poll

# long __popcorn_migrate_call(long nid) is an ordinary function: no more than what such a one keeps is asked of it.
	.section .text.__popcorn_migrate_call,"ax",@progbits
	.p2align 4
	.globl __popcorn_migrate_call
	.type __popcorn_migrate_call,@function
__popcorn_migrate_call:
	movq %rdi, %rsi
	cmpl $1, __popcorn_process+8(%rip) # threads: the runtime has but one stack
	jne __popcorn_threads_stay
	movq (%rsp), %rax
	leaq 8(%rsp), %rdx
	pushq %rbp
	movq %rsp, %rbp
	subq $1280, %rsp
	andq $-16, %rsp
	movq %rsp, %rdi
	movq %rbx, 24(%rdi)
	movq (%rbp), %rcx
	movq %rcx, 48(%rdi)
	movq %rdx, 56(%rdi)
	movq %r12, 96(%rdi)
	movq %r13, 104(%rdi)
	movq %r14, 112(%rdi)
	movq %r15, 120(%rdi)
	movq %rax, 128(%rdi)
	movq __popcorn_process(%rip), %rsp
	call __popcorn_move
	movq %rbp, %rsp
	popq %rbp
	movq %rax, %rdi
	jmp __popcorn_after_move
	.size __popcorn_migrate_call, .-__popcorn_migrate_call

# Signal handlers return here; the kernel left the frame (rt_sigreturn).
	.section .text.__popcorn_restore_rt,"ax",@progbits
	.p2align 4
	.globl __popcorn_restore_rt
	.type __popcorn_restore_rt,@function
__popcorn_restore_rt:
	movl $15, %eax
	syscall
	hlt
	.size __popcorn_restore_rt, .-__popcorn_restore_rt

# The floating-point environment in this ISA's form: MXCSR (psABI §3.2.3) for both words; the x87 unit is never used.
	.section .text.__popcorn_fp_control_get,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_control_get
	.type __popcorn_fp_control_get,@function
__popcorn_fp_control_get:
	stmxcsr -8(%rsp)
	movl -8(%rsp), %eax
	ret
	.size __popcorn_fp_control_get, .-__popcorn_fp_control_get

	.section .text.__popcorn_fp_status_get,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_status_get
	.type __popcorn_fp_status_get,@function
__popcorn_fp_status_get:
	stmxcsr -8(%rsp)
	movl -8(%rsp), %eax
	ret
	.size __popcorn_fp_status_get, .-__popcorn_fp_status_get

	.section .text.__popcorn_fp_set,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_set
	.type __popcorn_fp_set,@function
__popcorn_fp_set:
	movl %edi, -8(%rsp)
	ldmxcsr -8(%rsp)
	ret
	.size __popcorn_fp_set, .-__popcorn_fp_set

# setjmp and its kin. jmp_buf, in words: rbx rbp r12 r13 r14 r15 rsp rip, ..., 22 the function's landing (0: it has none), 23 the site, 24 whether
# the mask was saved, 25 free, 26 the data stack's top, 27 the number of moves. A buffer set before a move holds frames that are no more;
# longjmp sees that by the number and goes to the landing (jump.c). A landing has the same form, with a value in 22 and its own address in 25.
	.section .text.setjmp,"ax",@progbits
	.p2align 4
	.globl setjmp, _setjmp, __setjmp
	.type setjmp,@function
	.type _setjmp,@function
	.type __setjmp,@function
setjmp:
_setjmp:
__setjmp:
	xorl %esi, %esi
	xorl %edx, %edx
	jmp __popcorn_setjmp
	.size setjmp, .-setjmp

# What the caller of setjmp keeps, into the buffer at rdi.
	.macro save_kept
	movq %rbx, (%rdi)
	movq %rbp, 8(%rdi)
	movq %r12, 16(%rdi)
	movq %r13, 24(%rdi)
	movq %r14, 32(%rdi)
	movq %r15, 40(%rdi)
	leaq 8(%rsp), %rdx
	movq %rdx, 48(%rdi)
	movq (%rsp), %rdx
	movq %rdx, 56(%rdi)
	.endm

# int __popcorn_setjmp(jmp_buf, void *landing, u64 site)
	.section .text.__popcorn_setjmp,"ax",@progbits
	.p2align 4
	.globl __popcorn_setjmp
	.type __popcorn_setjmp,@function
__popcorn_setjmp:
	movq %rsi, 176(%rdi)
	movq %rdx, 184(%rdi)
	movq $0, 192(%rdi)
	save_kept
	movq %fs:__popcorn_dsp@TPOFF, %rdx
	movq %rdx, 208(%rdi)
	movq __popcorn_state(%rip), %rdx
	movq %rdx, 216(%rdi)
	xorl %eax, %eax
	ret
	.size __popcorn_setjmp, .-__popcorn_setjmp

# void *__popcorn_mark(void *landing): the head of a resume function; 0, then the landing for each jump to it
	.section .text.__popcorn_mark,"ax",@progbits
	.p2align 4
	.globl __popcorn_mark
	.type __popcorn_mark,@function
__popcorn_mark:
	movq %rdi, 200(%rdi)
	save_kept
	movq __popcorn_state(%rip), %rdx
	movq %rdx, 216(%rdi)
	xorl %eax, %eax
	ret
	.size __popcorn_mark, .-__popcorn_mark

	.section .text.longjmp,"ax",@progbits
	.p2align 4
	.globl longjmp, _longjmp
	.type longjmp,@function
	.type _longjmp,@function
longjmp:
_longjmp:
	movl %esi, %eax
	testl %eax, %eax
	jnz 1f
	incl %eax
1:	movq __popcorn_state(%rip), %rdx
	cmpq %rdx, 216(%rdi)
	je __popcorn_jump
	movl %eax, %esi
	jmp __popcorn_stale_jump
	.size longjmp, .-longjmp

# Restores the registers and the data stack's top; the result, in rax, comes along. __popcorn_land(void *landing) is the same for a landing.
	.section .text.__popcorn_jump,"ax",@progbits
	.p2align 4
	.globl __popcorn_jump
	.type __popcorn_jump,@function
__popcorn_jump:
	movq 208(%rdi), %rdx
	movq %rdx, %fs:__popcorn_dsp@TPOFF
	movq (%rdi), %rbx
	movq 8(%rdi), %rbp
	movq 16(%rdi), %r12
	movq 24(%rdi), %r13
	movq 32(%rdi), %r14
	movq 40(%rdi), %r15
	movq 48(%rdi), %rsp
	jmp *56(%rdi)
	.size __popcorn_jump, .-__popcorn_jump

	.section .text.__popcorn_land,"ax",@progbits
	.p2align 4
	.globl __popcorn_land
	.type __popcorn_land,@function
__popcorn_land:
	movq %rdi, %rax
	jmp __popcorn_jump
	.size __popcorn_land, .-__popcorn_land

	.section .text.sigsetjmp,"ax",@progbits
	.p2align 4
	.globl sigsetjmp, __sigsetjmp
	.type sigsetjmp,@function
	.type __sigsetjmp,@function
sigsetjmp:
__sigsetjmp:
	xorl %edx, %edx
	xorl %ecx, %ecx
	jmp __popcorn_sigsetjmp
	.size sigsetjmp, .-sigsetjmp

# int __popcorn_sigsetjmp(sigjmp_buf, int, void *landing, u64 site). It keeps its return address and rbx in the words that follow the mask's
# flag, and returns twice through the libc's tail, which saves or restores the mask.
	.section .text.__popcorn_sigsetjmp,"ax",@progbits
	.p2align 4
	.globl __popcorn_sigsetjmp
	.type __popcorn_sigsetjmp,@function
__popcorn_sigsetjmp:
	movl %esi, %eax
	movq %rdx, %rsi
	movq %rcx, %rdx
	testl %eax, %eax
	jz __popcorn_setjmp
	popq 224(%rdi)                  # __fl
	movq %rbx, 240(%rdi)            # __ss[1]: the mask takes __ss[0]
	movq %rdi, %rbx
	call __popcorn_setjmp
	movq $1, 192(%rbx)
	pushq 224(%rbx)
	movq %rbx, %rdi
	movl %eax, %esi
	movq 240(%rbx), %rbx
	jmp __sigsetjmp_tail
	.size __popcorn_sigsetjmp, .-__popcorn_sigsetjmp

	.section .note.GNU-stack,"",@progbits
