// The AArch64 part of the target runtime: all of its code that C cannot say. x86_64.s has the same functions in the same order, each in
// a section of its own, because the linker gives both the same address.
// Registers are numbered as in AADWARF64 §4.1: x0..x30 0..30, sp 31, v0..v31 64..95.

	.section .text._start,"ax",@progbits
	.p2align 4
	.globl _start
	.type _start,%function
_start:                                 // the kernel's stack: argc, argv, environ, auxv
	mov x29, #0
	mov x30, #0
	mov x0, sp
	bl __popcorn_start
	brk #0
	.size _start, .-_start

// long __popcorn_kernel(long nr, long a, long b, long c, long d, long e, long f): this ISA's own numbers
	.section .text.__popcorn_kernel,"ax",@progbits
	.p2align 4
	.globl __popcorn_kernel
	.type __popcorn_kernel,%function
__popcorn_kernel:
	mov x8, x0
	mov x0, x1
	mov x1, x2
	mov x2, x3
	mov x3, x4
	mov x4, x5
	mov x5, x6
	svc #0
	ret
	.size __popcorn_kernel, .-__popcorn_kernel

// The same for a call that must not be made any more once *cancel is set: long __popcorn_kernel_cp(long nr, ..., volatile int *cancel). Then the
// result is NOT_MADE; a signal handler that finds the thread before the end of the system call sends it to __popcorn_cp_interrupted (signal.c).
	.section .text.__popcorn_kernel_cp,"ax",@progbits
	.p2align 4
	.globl __popcorn_kernel_cp, __popcorn_cp_end, __popcorn_cp_interrupted
	.type __popcorn_kernel_cp,%function
__popcorn_kernel_cp:
	ldr w8, [x7]
	cbnz w8, __popcorn_cp_interrupted
	mov x8, x0
	mov x0, x1
	mov x1, x2
	mov x2, x3
	mov x3, x4
	mov x4, x5
	mov x5, x6
	svc #0
__popcorn_cp_end:
	ret
__popcorn_cp_interrupted:
	mov x0, #-512                   // NOT_MADE
	ret
	.size __popcorn_kernel_cp, .-__popcorn_kernel_cp

// long __popcorn_clone(u64 flags, u64 stack, int *ptid, u64 tls, int *ctid): the new thread calls the function that lies on its stack, which
// does not return, with the argument that lies behind it.
	.section .text.__popcorn_clone,"ax",@progbits
	.p2align 4
	.globl __popcorn_clone
	.type __popcorn_clone,%function
__popcorn_clone:
	mov x8, #220
	svc #0
	cbz x0, 1f
	ret
1:	mov x29, #0
	mov x30, #0
	ldp x1, x0, [sp], #16
	blr x1
	brk #0
	.size __popcorn_clone, .-__popcorn_clone

	.section .text.__popcorn_isa,"ax",@progbits
	.p2align 4
	.globl __popcorn_isa
	.type __popcorn_isa,%function
__popcorn_isa:
	mov w0, #183                    // EM_AARCH64
	ret
	.size __popcorn_isa, .-__popcorn_isa

// void __popcorn_set_tp(u64 block, u64 end): the thread pointer is the start of the thread-local block less 16 (variant 1, no gap of its own)
	.section .text.__popcorn_set_tp,"ax",@progbits
	.p2align 4
	.globl __popcorn_set_tp
	.type __popcorn_set_tp,%function
__popcorn_set_tp:
	sub x0, x0, #16
	msr tpidr_el0, x0
	ret
	.size __popcorn_set_tp, .-__popcorn_set_tp

// void __popcorn_enter(u64 stack_top, void *function, long a, long b, long c): calls function(a, b, c) on a fresh stack.
// Its return address, the bottom of every walk, is __popcorn_bottom.
	.section .text.__popcorn_enter,"ax",@progbits
	.p2align 4
	.globl __popcorn_enter
	.type __popcorn_enter,%function
__popcorn_enter:
	and x0, x0, #-16
	mov sp, x0
	mov x8, x1
	mov x0, x2
	mov x1, x3
	mov x2, x4
	mov x3, #0
	mov x4, #0
	mov x5, #0
	mov x29, #0
	adrp x30, __popcorn_bottom
	add x30, x30, :lo12:__popcorn_bottom
	br x8
	.size __popcorn_enter, .-__popcorn_enter

	.section .text.__popcorn_bottom,"ax",@progbits
	.p2align 4
	.globl __popcorn_bottom
	.type __popcorn_bottom,%function
__popcorn_bottom:
	brk #0
	.size __popcorn_bottom, .-__popcorn_bottom

// A poll's slow path and migrate()'s: the registers go into an array indexed by DWARF number, and behind it (768 bytes on: FRAME_REGISTERS * 8) the whole vector
// registers; then the runtime works on its own stack (argument 1: the array, 2: -1 or the node) and comes back only if the program stays.
//
// void __popcorn_poll(void) gives every register back, flags aside: compiled code calls it so (anyregcc), and its values are in any of them.
	.section .text.__popcorn_poll,"ax",@progbits
	.p2align 4
	.globl __popcorn_poll
	.type __popcorn_poll,%function
__popcorn_poll:
	stp x29, x30, [sp, #-16]!
	mov x29, sp
	sub sp, sp, #1280               // (FRAME_REGISTERS + 2 * FRAME_VECTORS) * 8
	stp x0, x1, [sp, #0]
	stp x2, x3, [sp, #16]
	stp x4, x5, [sp, #32]
	stp x6, x7, [sp, #48]
	stp x8, x9, [sp, #64]
	stp x10, x11, [sp, #80]
	stp x12, x13, [sp, #96]
	stp x14, x15, [sp, #112]
	stp x16, x17, [sp, #128]
	stp x18, x19, [sp, #144]
	stp x20, x21, [sp, #160]
	stp x22, x23, [sp, #176]
	stp x24, x25, [sp, #192]
	stp x26, x27, [sp, #208]
	ldr x9, [x29]
	stp x28, x9, [sp, #224]
	add x9, x29, #16
	stp x30, x9, [sp, #240]
	add x9, sp, #512                // v0: number 64
	add x10, sp, #768
	stp d0, d1, [x9, #0]
	stp q0, q1, [x10, #0]
	stp d2, d3, [x9, #16]
	stp q2, q3, [x10, #32]
	stp d4, d5, [x9, #32]
	stp q4, q5, [x10, #64]
	stp d6, d7, [x9, #48]
	stp q6, q7, [x10, #96]
	stp d8, d9, [x9, #64]
	stp q8, q9, [x10, #128]
	stp d10, d11, [x9, #80]
	stp q10, q11, [x10, #160]
	stp d12, d13, [x9, #96]
	stp q12, q13, [x10, #192]
	stp d14, d15, [x9, #112]
	stp q14, q15, [x10, #224]
	stp d16, d17, [x9, #128]
	stp q16, q17, [x10, #256]
	stp d18, d19, [x9, #144]
	stp q18, q19, [x10, #288]
	stp d20, d21, [x9, #160]
	stp q20, q21, [x10, #320]
	stp d22, d23, [x9, #176]
	stp q22, q23, [x10, #352]
	stp d24, d25, [x9, #192]
	stp q24, q25, [x10, #384]
	stp d26, d27, [x9, #208]
	stp q26, q27, [x10, #416]
	stp d28, d29, [x9, #224]
	stp q28, q29, [x10, #448]
	stp d30, d31, [x9, #240]
	stp q30, q31, [x10, #480]
	mov x19, sp
	mov x0, sp
	mov x1, #-1
	adrp x9, __popcorn_process
	add x9, x9, :lo12:__popcorn_process
	ldr w10, [x9, #8]               // threads: the runtime has but one stack
	cmp w10, #1
	b.ne 1f
	ldr x9, [x9]
	mov sp, x9
	bl __popcorn_move
	mov sp, x19
	bl __popcorn_after_move
	b 2f
1:	bl __popcorn_threads_stay
2:	add x10, sp, #768
	ldp q0, q1, [x10, #0]
	ldp q2, q3, [x10, #32]
	ldp q4, q5, [x10, #64]
	ldp q6, q7, [x10, #96]
	ldp q8, q9, [x10, #128]
	ldp q10, q11, [x10, #160]
	ldp q12, q13, [x10, #192]
	ldp q14, q15, [x10, #224]
	ldp q16, q17, [x10, #256]
	ldp q18, q19, [x10, #288]
	ldp q20, q21, [x10, #320]
	ldp q22, q23, [x10, #352]
	ldp q24, q25, [x10, #384]
	ldp q26, q27, [x10, #416]
	ldp q28, q29, [x10, #448]
	ldp q30, q31, [x10, #480]
	ldp x0, x1, [sp, #0]
	ldp x2, x3, [sp, #16]
	ldp x4, x5, [sp, #32]
	ldp x6, x7, [sp, #48]
	ldp x8, x9, [sp, #64]
	ldp x10, x11, [sp, #80]
	ldp x12, x13, [sp, #96]
	ldp x14, x15, [sp, #112]
	ldp x16, x17, [sp, #128]
	ldp x18, x19, [sp, #144]
	ldp x20, x21, [sp, #160]
	ldp x22, x23, [sp, #176]
	ldp x24, x25, [sp, #192]
	ldp x26, x27, [sp, #208]
	ldr x28, [sp, #224]
	mov sp, x29
	ldp x29, x30, [sp], #16
	ret
	.size __popcorn_poll, .-__popcorn_poll

// long __popcorn_migrate_call(long nid) is an ordinary function: no more than what such a one keeps is asked of it.
	.section .text.__popcorn_migrate_call,"ax",@progbits
	.p2align 4
	.globl __popcorn_migrate_call
	.type __popcorn_migrate_call,%function
__popcorn_migrate_call:
	mov x1, x0
	adrp x9, __popcorn_process
	add x9, x9, :lo12:__popcorn_process
	ldr w9, [x9, #8]                // threads: the runtime has but one stack
	cmp w9, #1
	b.eq 1f
	b __popcorn_threads_stay
1:
	stp x29, x30, [sp, #-16]!
	mov x29, sp
	sub sp, sp, #1280
	mov x0, sp
	stp x19, x20, [x0, #152]
	stp x21, x22, [x0, #168]
	stp x23, x24, [x0, #184]
	stp x25, x26, [x0, #200]
	stp x27, x28, [x0, #216]
	ldr x9, [x29]
	stp x9, x30, [x0, #232]
	add x9, x29, #16
	str x9, [x0, #248]
	add x9, x0, #576                // v8: number 72
	stp d8, d9, [x9]
	stp d10, d11, [x9, #16]
	stp d12, d13, [x9, #32]
	stp d14, d15, [x9, #48]
	adrp x9, __popcorn_process
	ldr x9, [x9, #:lo12:__popcorn_process]
	mov sp, x9
	bl __popcorn_move
	mov sp, x29
	ldp x29, x30, [sp], #16
	b __popcorn_after_move
	.size __popcorn_migrate_call, .-__popcorn_migrate_call

// Signal handlers return here; the kernel left the frame (rt_sigreturn).
	.section .text.__popcorn_restore_rt,"ax",@progbits
	.p2align 4
	.globl __popcorn_restore_rt
	.type __popcorn_restore_rt,%function
__popcorn_restore_rt:
	mov x8, #139
	svc #0
	brk #0
	.size __popcorn_restore_rt, .-__popcorn_restore_rt

// The floating-point environment in this ISA's form: FPCR and FPSR.
	.section .text.__popcorn_fp_control_get,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_control_get
	.type __popcorn_fp_control_get,%function
__popcorn_fp_control_get:
	mrs x0, fpcr
	ret
	.size __popcorn_fp_control_get, .-__popcorn_fp_control_get

	.section .text.__popcorn_fp_status_get,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_status_get
	.type __popcorn_fp_status_get,%function
__popcorn_fp_status_get:
	mrs x0, fpsr
	ret
	.size __popcorn_fp_status_get, .-__popcorn_fp_status_get

	.section .text.__popcorn_fp_set,"ax",@progbits
	.p2align 4
	.globl __popcorn_fp_set
	.type __popcorn_fp_set,%function
__popcorn_fp_set:
	msr fpcr, x0
	msr fpsr, x1
	ret
	.size __popcorn_fp_set, .-__popcorn_fp_set

// setjmp and its kin. jmp_buf, in words: x19..x30, -, sp, d8..d15, 22 the function's landing (0: it has none), 23 the site, 24 whether the
// mask was saved, 25 free, 26 the data stack's top, 27 the number of moves. A buffer set before a move holds frames that are no more;
// longjmp sees that by the number and goes to the landing (jump.c). A landing has the same form, with a value in 22 and its own address in 25.
	.section .text.setjmp,"ax",@progbits
	.p2align 4
	.globl setjmp, _setjmp, __setjmp
	.type setjmp,%function
	.type _setjmp,%function
	.type __setjmp,%function
setjmp:
_setjmp:
__setjmp:
	mov x1, #0
	mov x2, #0
	b __popcorn_setjmp
	.size setjmp, .-setjmp

// What the caller of setjmp keeps, into the buffer at x0.
	.macro save_kept
	stp x19, x20, [x0, #0]
	stp x21, x22, [x0, #16]
	stp x23, x24, [x0, #32]
	stp x25, x26, [x0, #48]
	stp x27, x28, [x0, #64]
	stp x29, x30, [x0, #80]
	mov x4, sp
	str x4, [x0, #104]
	stp d8, d9, [x0, #112]
	stp d10, d11, [x0, #128]
	stp d12, d13, [x0, #144]
	stp d14, d15, [x0, #160]
	.endm

// int __popcorn_setjmp(jmp_buf, void *landing, u64 site)
	.section .text.__popcorn_setjmp,"ax",@progbits
	.p2align 4
	.globl __popcorn_setjmp
	.type __popcorn_setjmp,%function
__popcorn_setjmp:
	stp x1, x2, [x0, #176]
	str xzr, [x0, #192]
	save_kept
	mrs x3, tpidr_el0
	add x3, x3, :tprel_hi12:__popcorn_dsp
	add x3, x3, :tprel_lo12_nc:__popcorn_dsp
	ldr x2, [x3]
	adrp x3, __popcorn_state      // moves
	ldr x3, [x3, #:lo12:__popcorn_state]
	stp x2, x3, [x0, #208]
	mov x0, #0
	ret
	.size __popcorn_setjmp, .-__popcorn_setjmp

// void *__popcorn_mark(void *landing): the head of a resume function; 0, then the landing for each jump to it
	.section .text.__popcorn_mark,"ax",@progbits
	.p2align 4
	.globl __popcorn_mark
	.type __popcorn_mark,%function
__popcorn_mark:
	str x0, [x0, #200]
	save_kept
	adrp x3, __popcorn_state      // moves
	ldr x3, [x3, #:lo12:__popcorn_state]
	str x3, [x0, #216]
	mov x0, #0
	ret
	.size __popcorn_mark, .-__popcorn_mark

	.section .text.longjmp,"ax",@progbits
	.p2align 4
	.globl longjmp, _longjmp
	.type longjmp,%function
	.type _longjmp,%function
longjmp:
_longjmp:
	cmp w1, #0
	csinc w1, w1, wzr, ne
	adrp x3, __popcorn_state      // moves
	ldr x3, [x3, #:lo12:__popcorn_state]
	ldr x4, [x0, #216]
	cmp x3, x4
	b.eq 1f
	b __popcorn_stale_jump
1:	b __popcorn_jump
	.size longjmp, .-longjmp

// Restores the registers and the data stack's top; the result, in x1, comes along. __popcorn_land(void *landing) is the same for a landing.
	.section .text.__popcorn_jump,"ax",@progbits
	.p2align 4
	.globl __popcorn_jump
	.type __popcorn_jump,%function
__popcorn_jump:
	ldr x2, [x0, #208]
	mrs x3, tpidr_el0
	add x3, x3, :tprel_hi12:__popcorn_dsp
	add x3, x3, :tprel_lo12_nc:__popcorn_dsp
	str x2, [x3]
	ldp x19, x20, [x0, #0]
	ldp x21, x22, [x0, #16]
	ldp x23, x24, [x0, #32]
	ldp x25, x26, [x0, #48]
	ldp x27, x28, [x0, #64]
	ldp x29, x30, [x0, #80]
	ldr x2, [x0, #104]
	mov sp, x2
	ldp d8, d9, [x0, #112]
	ldp d10, d11, [x0, #128]
	ldp d12, d13, [x0, #144]
	ldp d14, d15, [x0, #160]
	mov x0, x1
	br x30
	.size __popcorn_jump, .-__popcorn_jump

	.section .text.__popcorn_land,"ax",@progbits
	.p2align 4
	.globl __popcorn_land
	.type __popcorn_land,%function
__popcorn_land:
	mov x1, x0
	b __popcorn_jump
	.size __popcorn_land, .-__popcorn_land

	.section .text.sigsetjmp,"ax",@progbits
	.p2align 4
	.globl sigsetjmp, __sigsetjmp
	.type sigsetjmp,%function
	.type __sigsetjmp,%function
sigsetjmp:
__sigsetjmp:
	mov x2, #0
	mov x3, #0
	b __popcorn_sigsetjmp
	.size sigsetjmp, .-sigsetjmp

// int __popcorn_sigsetjmp(sigjmp_buf, int, void *landing, u64 site). It keeps its return address and x19 in the words that follow the mask's
// flag, and returns twice through the libc's tail, which saves or restores the mask.
	.section .text.__popcorn_sigsetjmp,"ax",@progbits
	.p2align 4
	.globl __popcorn_sigsetjmp
	.type __popcorn_sigsetjmp,%function
__popcorn_sigsetjmp:
	mov w4, w1
	mov x1, x2
	mov x2, x3
	cbnz w4, 1f
	b __popcorn_setjmp
1:	str x30, [x0, #224]             // __fl
	str x19, [x0, #240]             // __ss[1]: the mask takes __ss[0]
	mov x19, x0
	bl __popcorn_setjmp
	mov w1, w0
	mov x0, x19
	mov x2, #1
	str x2, [x0, #192]
	ldr x30, [x0, #224]
	ldr x19, [x0, #240]
	b __sigsetjmp_tail
	.size __popcorn_sigsetjmp, .-__popcorn_sigsetjmp

	.section .note.GNU-stack,"",%progbits
