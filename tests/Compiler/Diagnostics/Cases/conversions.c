// -Wconversion
void f(int i, long l, unsigned u, char c, short s, float fl, double d, unsigned char uc, long long ll, unsigned long ul)
{
	c = i; s = i; i = l; c = 'a'; uc = 255;
	uc = 256; c = 128; c = 127; s = 70000;
	u = i; i = u; ul = i; l = ul; u = -1; uc = -1;
	i = d; i = 1.5; i = 1.0; fl = d; fl = 0.1; d = fl; c = fl;
	i = i + l; c = c + 1; s += 1; s = s + s; uc = uc & 0xf; uc = i & 0xff; uc = i & 0xfff;
	fl = i; d = l; d = i; fl = 16777217; d = 9007199254740993L;
	u = c; ll = l; i = ll; i = (int)l; c = (char)i;
	c = i ? 1 : 2; c = i ? i : 2; uc = !i; c = i == u; c = i >> 24; uc = u >> 24; uc = u % 10;
	i = 3000000000; u = 4294967296; i = 2147483648u;
	float g = i * 2.0;
	g = 1e300;
	char arr[2] = { 300, i };
	(void)arr; (void)g;
}
int ret(long l) { return l; }
char retc(void) { return 1000; }
void take(char c);
void callit(int i) { take(i); take(300); take(10); }
