int a = _Generic(1, int: 1, int: 2);
int b = _Generic(1, long: 1);
int c = _Generic(1, default: 1, default: 2);
int g = _Generic("x", char *: 1, const char *: 2);
int j = _Generic(int, int: 1);
int k = _Generic(1, int: undeclared, long: 2);
