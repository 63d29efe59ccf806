#define FORM "root of %g is %.2f%s\n"
