// -Wall
int main(void) {
	printf("x");
	malloc(3);
	strlen("x");
	undeclared();
	exit(1);
	memcpy(0, 0, 0);
	pritnf("x");
	undeclared();
	return sin(1.0);
}
