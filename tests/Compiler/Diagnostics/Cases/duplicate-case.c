enum e { A, B, C };
int f(int x, enum e y)
{
	switch (x) {
	case 1: return 1;
	case 2: return 2;
	case 1: return 3;
	case 3 ... 5: return 1;
	case 4: return 2;
	default: return 0;
	}
	switch (y) {
	case A: break;
	case 0: break;
	}
	case 7: return 1;
}
