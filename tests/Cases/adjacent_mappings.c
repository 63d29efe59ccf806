// Memory regions that touch: a run of pages does not go over from one to the next.
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>

static char *map(size_t size)
{
    return mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

int main(void)
{
    const size_t size = 65536;
    char *p[4];
    int sum = 0;
    for (int i = 0; i < 4; i++) {
        p[i] = map(size);
        memset(p[i], i + 1, size);
    }
    mprotect(p[1], size, PROT_READ);
    for (int i = 0; i < 4; i++) {
        sum += p[i][7] + p[i][size - 1];
        printf("%d\n", sum);
    }
    mprotect(p[1], size, PROT_READ | PROT_WRITE);
    munmap(p[2], size);
    p[1][299] += p[0][299] + p[3][size - 1];
    printf("%d %s\n", p[1][299], p[1] == p[0] + size && p[3] == p[0] + 3 * size ? "side by side" : "apart");
    return 0;
}
