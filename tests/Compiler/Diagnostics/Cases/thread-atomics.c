// -Wall
_Atomic int a;
	_Atomic const int c;
	int _Atomic d;
	_Atomic int e[2];
	_Atomic(int *) f;
	struct s2 { int x, y;
	};
	_Atomic struct s2 g;
_Thread_local int h;
	static _Thread_local int i;
	void k(void) {
	static _Thread_local int m;
	extern _Thread_local int n;
	a++;
	f = &z;
	}
