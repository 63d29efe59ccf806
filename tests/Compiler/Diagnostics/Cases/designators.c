// -Wextra
struct in { int a, b; };
struct s { int x; struct in i; int arr[3]; } a = { .i.a = 1, .arr[1] = 2, 3, 4 };
struct s b = { .i = { 1 }, .i.b = 2 };
struct s c = { .i.c = 1 };
struct s d = { .arr[5] = 1 };
struct s e = { .x.y = 1 };
struct s f = { .x[0] = 1 };
struct s g = { x: 1 };
int h[4] = { [1 ... 2] = 1, [2] = 3 };
int j[4] = { [1 ... 9] = 1 };
int k[] = { [2] = 1, 2, [0] 3 };
struct s o = { 1, { 2, 3 }, { 4 }, .x = 5 };
