// -Wall -Wextra
int g(void);
int f(int n) {
	int i, j;
	for (i = 0; i < n; i++) i++;
	for (i = 0; i < n; i++) { if (n) i++;
	} for (i = 0, j = 0; i < 3; ) { } while (n) ;
	while (n);
	{ n--;
	} if (n);
	for (;;);
	for (i = 0; i < 3; i++);
	{ g();
	} if (n) ;
	else ;
	do ;
	while (n);
	switch (n) ;
	for (unsigned u = 3; u >= 0; u--) g();
	while (n--);
	g();
	if (n) { } else;
	g();
	return j;
	}
