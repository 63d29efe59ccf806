// -Wall
int f(int x)
{
	goto out;
	if (x) goto missing;
again:
	x++;
unused:
	if (x < 5) goto again;
again:
	return x;
out:;
	break;
	continue;
	return 0;
}
