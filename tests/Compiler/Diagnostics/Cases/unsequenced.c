// -Wall
int g(int, int);
int f(int a, int *p) {
	int i = 0;
	i = i++;
	i = ++i;
	i++ + i++;
	i++ + i;
	g(i++, i++);
	g(i, i++);
	p[i] = i++;
	p[i++] = i;
	i = (i++, 1);
	i++ && i++;
	i = i++ ? 1 : 2;
	i += i++;
	(i = 1) + (i = 2);
	a = i = a++;
	*p++ = *p;
	return i++ - a++;
	}
