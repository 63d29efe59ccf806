// -Weverything -Wno-padded -Wno-reserved-identifier -Wno-missing-variable-declarations -Wno-unsafe-buffer-usage -Wno-pre-c11-compat -Wno-switch-default
int g(int x);
int g(int x)
{
	int unused;
	if (x == 1.5) return 1;
	return 2;
}
