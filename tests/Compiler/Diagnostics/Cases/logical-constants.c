// -Wall -Wextra
int f(int a, int b) {
	int n = a && 2;
	n += a || 3;
	n += a && 1;
	n += a && 0;
	n += a & 1 && b;
	n += 4 && a;
	n += a || sizeof a;
	n += a && "x";
	n += a && 'c';
	n += !5;
	n += ~(a == b);
	n += ~a;
	n += !a == b;
	n += !(a) & b;
	n += !a ^ b;
	n += a & !b;
	n += 2 ^ 8;
	n += 10 ^ 3;
	n += 2 ^ a;
	n += 0x2 ^ 8;
	return n;
	}
