// -Wall
int f(int x) {
	int a = ({ });
	int b = ({ int y = 1; });
	int c = ({ x; 1; });
	({ return 1; });
	struct s { int i;
	} s = ({ struct s t = { 1 }; t; });
	}
int g = ({ 1; }); int h[({ 3; })];
