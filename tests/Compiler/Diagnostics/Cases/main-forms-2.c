// -Wall
int main(int a, int b) { return "x"; }
