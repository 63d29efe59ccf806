// -Wall
void main(int argc) { }
