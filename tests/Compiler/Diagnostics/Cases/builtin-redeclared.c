// -Wall -Wextra
void exit(int);
int puts(const char *s) { return s == 0; }
