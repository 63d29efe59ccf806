// -ferror-limit=2
int a = b;
int c = d;
int e = f;
int g = h;
