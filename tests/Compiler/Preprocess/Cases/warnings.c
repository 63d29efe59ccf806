// options: -Wundef -Werror=comment -Iinclude
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wcpp"
#warning hidden
#pragma GCC diagnostic pop
#warning shown
#if nosuch
#endif
// a comment \
that goes on
#pragma GCC diagnostic error "-Wundef"
#if nosuch2
#endif
#ifdef x
#endif x
