// -Wall
enum e { A, B, C, D, E };
int f(enum e e, int i, _Bool b, unsigned char c)
{
	switch (e) { case A: return 1; }
	switch (e) { case A: case B: case C: return 1; }
	switch (e) { case A: case B: case C: case D: return 1; }
	switch (e) { case A: return 1; default: return 2; }
	switch (e) { case A: case B: case C: case D: case E: return 1; case 7: return 2; }
	switch (i) { }
	switch (b) { case 1: return 1; }
	switch (i == 1) { case 1: return 1; default: return 2; }
	switch (c) { case 256: return 1; case 255: return 2; }
	switch (i) { case 5000000000: return 1; }
	switch (i) { i = 1; case 1: return 1; }
	switch (i) { case 1.5: return 1; }
	switch (1.5) { }
	switch (e) { case A ... C: return 1; case D: case E: return 2; }
	return 0;
}
