// -Wimplicit-fallthrough
int g(void);
_Noreturn void die(void);
int f(int x)
{
	switch (x) {
	case 1:
		x++;
	case 2:
	case 3:
		x--;
		break;
	case 4:
		g();
		__attribute__((fallthrough));
	case 5:
		die();
	case 6:
		if (x) break;
	case 7:
		return 1;
	case 8: {
		x++;
	}
	default:
		x = 3;
	}
	return x;
}
