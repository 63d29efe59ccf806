#if 0
#endif
#if 1
#elfi 0
#endif
#inclde <stdio.h>
#defin X 1
#pragma GCC diagnostc push
#if 0
#whatever
#elsif
#elseif
#endif
int a;
