// -Wall
static int main(char **v, int c) { return 0; }
