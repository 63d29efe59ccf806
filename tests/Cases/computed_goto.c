// Computed goto through constant and other tables, out of the scope of a variable-length array, with sparse and repeated entries.
#include <stdio.h>
#include <string.h>

static long interpret(const char *program)
{
	static const void *const table[128] = {
		['+'] = &&plus, ['-'] = &&minus, ['d'] = &&dup, ['x'] = &&swap, ['*'] = &&times, ['.'] = &&print, [0] = &&end,
		['0'] = &&digit, ['1'] = &&digit, ['2'] = &&digit, ['3'] = &&digit, ['4'] = &&digit, ['5'] = &&digit,
	};
	long stack[16] = {0}, *top = stack;
	const char *p = program;
#define NEXT goto *table[(unsigned char)*p]
	NEXT;
digit:
	*++top = *p++ - '0';
	NEXT;
plus:
	top[-1] += *top;
	top--;
	p++;
	NEXT;
minus:
	top[-1] -= *top;
	top--;
	p++;
	NEXT;
times:
	top[-1] *= *top;
	top--;
	p++;
	NEXT;
dup:
	top[1] = *top;
	top++;
	p++;
	NEXT;
swap: {
	long t = *top;
	*top = top[-1];
	top[-1] = t;
	p++;
	NEXT;
}
print:
	printf("%ld ", *top);
	p++;
	NEXT;
end:
	return *top;
}

// A table that may change, labels kept in variables and passed on, an index of a narrow signed type.
static int wander(int steps)
{
	void *table[] = {&&a, &&b, &&c};
	static void *resume;
	signed char i = 0;
	int sum = 0;
	resume = &&a;
	goto *resume;
a:
	sum += 1;
	resume = &&b;
	goto next;
b:
	sum += 10;
	resume = table[2];
	goto next;
c:
	sum += 100;
	void *t = table[0];
	table[0] = table[1];
	table[1] = t;
	resume = table[i];
next:
	if (--steps <= 0) return sum;
	i = (signed char)((i + 1) % 3);
	goto *(steps % 2 ? resume : table[i]);
}

// Out of a block whose array ends there.
static int scopes(int n)
{
	static const void *const table[] = {&&again, &&out};
	int sum = 0, i = 0;
again:;
	{
		char line[n + i];
		memset(line, i, sizeof line);
		sum += (int)sizeof line + line[0];
		i++;
		if (i < 12) goto *table[0];
	}
	goto *table[i++ >= 20];
out:
	return sum;
}

// Differences of labels, and a single label.
static int offsets(int k)
{
	static const int distance[] = {&&one - &&one, &&two - &&one, &&three - &&one};
	goto *(&&one + distance[k]);
one:
	return 1;
two:
	return 2;
three:
	return 3;
}

int main(void)
{
	printf("%ld\n", interpret("12+3*d*.5x-."));
	for (int n = 1; n < 12; n++) printf("%d ", wander(n));
	printf("\n%d\n", scopes(3));
	printf("%d %d %d\n", offsets(0), offsets(1), offsets(2));
	return 0;
}
