// -Wall
/* one /* two */
int a;
// three \
int b;
int c; /* x /* y
*/
// /* fine */
int d; // four??/
int e;
