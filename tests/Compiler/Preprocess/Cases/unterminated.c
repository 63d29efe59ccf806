#if 1
a
/* no end
#endif
