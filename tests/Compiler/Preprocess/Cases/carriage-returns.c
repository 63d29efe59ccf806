a
b \
c
#define X 1
X "s" /* x
 */ y
