// -Wall -Wundef
#if UNDEFINED
#endif
#endif
#endif
#if 1 / 0
#endif
#if "x"
#endif
#if 1.5
#endif
#endif
#ifdef
#endif
#ifdef 3
#endif
#ifdef X Y
#endif
#endif
#endif
#if 1 2
#endif
#if 1
#else
#else
#elif 1
#endif
#elif 1
#else
#endif
#endif
#endif
#endif
#endif
#if a = 1
#endif
#endif
#if 0
#else junk
#endif junk
#if 1
