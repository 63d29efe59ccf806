// 6.5: precedence, associativity, and every form of primary expression.
typedef int T;
struct S { int a, b[4]; struct { int c; } in; };
int arithmetic = 1 + 2 * 3 - 4 / 5 % 6 << 7 >> 8 < 9 > 10 <= 11 >= 12 == 13 != 14 & 15 ^ 16 | 17 && 18 || 19;
int left = 1 - 2 - 3, shift = 1 << 2 << 3;
void f(struct S *p, struct S s, int i, int (*g)(int, ...))
{
    i = i += i -= i *= i /= i %= i <<= i >>= i &= i ^= i |= 1;
    i ? i : i ? 1 : 2, i ?: 3;
    -i, +i, ~i, !i, *&i, ++i, --i, i++, i--, - -i;
    p->b[1], s.in.c, (*p).a, p++->a, *p++;
    g(1, 2, 3), f(p, s, i, g), (*g)(i);
    (T)i + (T)-i, (T)(i), (T*)p, (unsigned char)i, (int (*)(int))g, (T)(T)i;
    sizeof i + 1, sizeof(i)[p], sizeof(T), sizeof(T*), sizeof(T){1}, sizeof(T) - 1, sizeof sizeof i, sizeof(T){1}++;
    _Alignof(T), __alignof__(i), __alignof__ i;
    (T){1}, (struct S){ .a = 1, .b = { [2] = 3 } }.a, (int[]){1, 2}[0], &(T){2};
    "a" "b" L"c", 'x', L'y', 1.5e3f, 0x1p-3;
    _Generic(i, int: 1, char *: 2, default: 3);
    __builtin_offsetof(struct S, in.c), __builtin_offsetof(struct S, b[2]);
    __builtin_types_compatible_p(int, T), __builtin_choose_expr(1, i, p);
    ({ int q = 1; q; }), __extension__ ({ i; }), __extension__ 1LL;
    __builtin_expect(!!i, 0), __func__, __real__ i;
    a_label: (void)&&a_label;
    i = (i, i);
    i & (T)i && i | i;
    T(*u) = &i;
}
int sum(int n, ...)
{
    __builtin_va_list ap;
    __builtin_va_start(ap, n);
    return __builtin_va_arg(ap, int) + *__builtin_va_arg(ap, char **)[0];
}
typedef float V __attribute__((vector_size(16)));
V convert(V v) { return __builtin_convertvector(v, V); }
