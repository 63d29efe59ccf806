/* The same size on every ISA, for the one that saves most: AArch64's 22 words, then six that say where the function is found again after a
 * move (docs/neutral-abi.md). */
typedef unsigned long __jmp_buf[28];
