// -Wswitch-enum -Wswitch-default
enum e { A, B, C };
int f(enum e e, int i)
{
	switch (e) { case A: return 1; default: return 2; }
	switch (i) { case 1: return 1; }
	switch (i) { case 1: return 1; default: return 3; }
	return 0;
}
