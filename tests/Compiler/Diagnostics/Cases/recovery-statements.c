int g(int);
int f(int x) {
	if x > 1) return 1;
	if (x > 1 return 2;
	while (x { x--; }
}
int h(int x) {
	x = g(1;
	x = g(1, );
	x = (x + 1;
	x = x + ;
	x = * ;
	else x = 1;
	case 2: x = 3;
	default: x = 4;
	break;
	continue;
	return x;
}
int i(void) { return 0; }
