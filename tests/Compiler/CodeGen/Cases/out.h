/* What the cases print through: not variadic, so that the same functions serve our convention and the native one. */
void out_long(long x);
void out_hex(unsigned long x);
void out_double(double x);
void out_text(const char *s);
