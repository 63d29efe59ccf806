/* The same size on every ISA, for the one that saves most: AArch64's 21 registers, then the data stack's top and the number of
 * moves so far (runtime/c/ of each ISA has the layout). */
typedef unsigned long __jmp_buf[28];
