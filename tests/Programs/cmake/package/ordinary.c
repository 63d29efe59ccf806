#ifdef __popcorn__
#error "this one is for the machine's own compiler"
#endif
int main(void) { return 0; }
