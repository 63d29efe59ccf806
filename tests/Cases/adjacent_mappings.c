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
    for (int round = 0; round < 300; round++)
        for (int i = 0; i < 4; i++)
            sum += p[i][round * 7] + p[i][size - 1 - round];
    mprotect(p[1], size, PROT_READ | PROT_WRITE);
    munmap(p[2], size);
    for (int round = 0; round < 300; round++)
        p[1][round] += p[0][round] + p[3][size - 1 - round];
    printf("%d %d %s\n", sum, p[1][299], p[1] == p[0] + size && p[3] == p[0] + 3 * size ? "side by side" : "apart");
    return 0;
}
