/* A guard, with a comment before it. */
#ifndef GUARDED_H
#define GUARDED_H
guarded once __INCLUDE_LEVEL__
#endif
// and one after it
