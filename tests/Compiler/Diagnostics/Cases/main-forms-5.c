// -Wall
int main(int a, char **v, char **e, int x) { return 0; }
