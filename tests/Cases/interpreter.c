// A function with many sites and many values live at them: the loop of an interpreter. Values rotate and swap between variables in loops,
// addresses are computed early and used late, inner loops have no calls, and the interpreter calls itself.
#include <stdio.h>
#include <string.h>

typedef float vec4 __attribute__((vector_size(16)));

enum op { PUSH, ADD, SUB, MUL, DUP, SWAP, ROT, DROP, JNZ, CALL, RET, LOAD, STORE, SUM, MIX, SHOW, FIB, VEC, HALT };

struct machine {
    long registers[16];
    unsigned char bytes[64];
    short shorts[32];
    double average;
    vec4 lanes;
    int depth;
    long (*hook)(struct machine *, long, long);
};

static long calls;

__attribute__((noinline)) static long note(struct machine *m, long a, long b)
{
    calls++;
    m->average = m->average * 0.5 + (double)(a & 0xffff) - (double)(b & 0xffff) * 0.25;
    return (long)((unsigned long)a * 3 + (unsigned long)b);
}

__attribute__((noinline)) static int pick(long v) { calls += v & 1; return (int)((unsigned long)v % 7); }
__attribute__((noinline)) static double scale(double d) { calls++; return d * 1.25 + 1; }
__attribute__((noinline)) static signed char narrow(int v) { calls++; return (signed char)v; }

__attribute__((noinline)) static long run(struct machine *m, const int *code, int start, unsigned long a, unsigned long b, unsigned long c)
{
    long stack[32], *sp = stack, steps = 0;
    unsigned long t = 0;
    const int *pc = code + start, *returns[8];
    int level = 0;
    unsigned flags = 1;
    signed char small = 5;
    unsigned short wide = 40000;
    double d = 1.5;
    float f = 0.25f;
    vec4 v = { 1, 2, 3, 4 };
    __int128 big = (__int128)1 << 70;
    long *first = &m->registers[1], *last = &m->registers[15];
    unsigned char *byte = m->bytes + 3;
    short *half = m->shorts + 7;
    for (;;) {
        steps++;
        switch ((enum op)*pc++) {
        case PUSH: *sp++ = *pc++; break;
        case ADD: sp--; sp[-1] += sp[0]; t ^= m->hook(m, sp[-1], a); break;
        case SUB: sp--; sp[-1] -= sp[0]; small = narrow(small + (int)sp[-1]); break;
        case MUL: sp--; sp[-1] *= sp[0] | 1; wide += (unsigned short)pick(sp[-1]); break;
        case DUP: *sp = sp[-1]; sp++; break;
        case SWAP: {
            long x = sp[-1];
            sp[-1] = sp[-2];
            sp[-2] = x;
            // Three variables rotate through a loop with a call in it.
            for (int i = 0; i < 5; i++) {
                unsigned long r = a;
                a = b;
                b = c;
                c = r + note(m, i, c);
            }
            break;
        }
        case ROT:
            for (int i = 0, j = 10; i < j; i++, j--) {
                int k = i;
                flags = flags * 5 + pick(k + j);
                if (flags & 64) {
                    unsigned long r = b;
                    b = a;
                    a = r;
                }
            }
            break;
        case DROP: sp--; d = scale(d) - (double)sp[0] * 0.125; break;
        case JNZ: sp--; pc = sp[0] ? pc + *pc : pc + 1; if (m->hook) t += m->hook(m, t & 255, steps); break;
        case CALL: returns[level++] = pc + 1; pc = code + *pc; f = (float)scale(f) * 0.5f; break;
        case RET: pc = returns[--level]; big = big * 3 + note(m, level, 1); break;
        case LOAD: *sp++ = first[*pc++ & 7]; d += scale(f); break;
        case STORE: *--last = *--sp; if (last < first + 8) last = &m->registers[15]; small += narrow(wide); break;
        case SUM: {
            long s = 0;
            for (int i = 0; i < 16; i++) s += m->registers[i] * (i + 1);
            for (int i = 0; i < 61; i++) s += byte[i] = (unsigned char)(s + i);
            for (int i = 0; i < 25; i++) half[i] = (short)(half[i] + s);
            *sp++ = s & 0xffff;
            t += note(m, s, half[3]);
            break;
        }
        case MIX: {
            unsigned long x = a, y = b, z = c;
            do {
                unsigned long w = x;
                x = y;
                y = z;
                z = w;
                if (pick(x) == 3) t += y;
                else t -= m->hook(m, z & 31, 2);
            } while (++flags % 9);
            a = x;
            b = y;
            c = z;
            break;
        }
        case SHOW:
            printf("%lu %lu %lu | %lu %u %d %u | %.6f %.6f | %g %g %g %g | %ld\n", a & 0xffffffff, b & 0xffffffff, c & 0xffffffff, t & 0xffffff, flags & 0xffff, small, wide, d, (double)f,
                v[0], v[1], v[2], v[3], (long)(big >> 64) & 0xffff);
            break;
        case FIB:
            if (m->depth < 3) {
                m->depth++;
                *sp++ = run(m, code, *pc, a ^ 1, b + 2, c - 3) & 0xfff;
                m->depth--;
            } else *sp++ = 7;
            pc++;
            break;
        case VEC:
            v = v * (vec4){ 0.5f, 1.5f, 0.75f, 1.25f } + m->lanes;
            m->lanes = v - (float)pick(steps);
            if (v[1] > 1e6f || v[0] < -1e6f) v = (vec4){ 1, 2, 3, 4 };
            break;
        case HALT:
            return t + a + b + c + steps + (long)d + flags + (long)(big >> 69) + first[2] + byte[5] + half[4];
        }
    }
}

int main(void)
{
    enum { LOOP = 2, SUBROUTINE = 40, NESTED = 52 };
    static const int code[] = {
        PUSH, 4, // a counter
        // LOOP:
        SHOW, PUSH, 3, PUSH, 4, ADD, DUP, MUL, SUM, SWAP, SUB, DROP, VEC, CALL, SUBROUTINE, MIX, PUSH, 5, STORE, LOAD, 5, ROT, DROP, FIB, NESTED, DROP,
        PUSH, -1, ADD, DUP, JNZ, LOOP - 33, SHOW, HALT,
        [SUBROUTINE] = VEC, PUSH, 9, PUSH, 4, SUB, DUP, MUL, DROP, RET,
        [NESTED] = PUSH, 2, SUM, DROP, MIX, VEC, ROT, FIB, NESTED, DROP, CALL, SUBROUTINE, HALT,
    };
    struct machine m = { .lanes = { 0.5f, 0.25f, -1, 2 }, .hook = note };
    for (int i = 0; i < 16; i++) m.registers[i] = i * i - 3;
    for (int round = 0; round < 3; round++) {
        long r = run(&m, code, 0, round + 1, round * 10 + 2, 77 - round);
        printf("%d: %ld, %ld calls, %.6f\n", round, r & 0xffffffffff, calls, m.average);
    }
    return 0;
}
