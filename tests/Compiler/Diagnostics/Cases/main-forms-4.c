inline long main(void) { return 0; }
