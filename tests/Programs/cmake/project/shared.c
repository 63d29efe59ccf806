int shared(void) { return 7; }
