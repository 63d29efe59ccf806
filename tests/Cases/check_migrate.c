// check_migrate in a loop: a migration point that the program places itself, with values live across it, and its callback on every new node only.
#include <migrate.h>
#include <stdio.h>

static int calls, elsewhere;

static void arrived(void *data)
{
	calls++;
	elsewhere += *(int *)data != current_nid();
}

int main(void)
{
	unsigned sum = 1;
	double half = 0.5;
	for (int i = 0; i < 50; i++) {
		int nid = current_nid();
		check_migrate(arrived, &nid);
		sum = sum * 31 + (unsigned)i;
		half = half / 2 + 1;
		check_migrate(0, 0);
	}
	printf("%u %.6f\n", sum, half);
	// Where the program was when it was moved is not the program's output: only that each call came with a move.
	return calls != elsewhere;
}
