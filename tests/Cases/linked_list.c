// A doubly linked list with sentinel, merge sort on a singly linked one, reversal; all on the heap.
#include <stdio.h>
#include <stdlib.h>

struct node { struct node *next, *previous; int value; };

static void insert(struct node *after, int value) {
  struct node *n = malloc(sizeof *n);
  n->value = value;
  n->next = after->next;
  n->previous = after;
  after->next->previous = n;
  after->next = n;
}
static void erase(struct node *n) {
  n->previous->next = n->next;
  n->next->previous = n->previous;
  free(n);
}
static struct node *merge(struct node *a, struct node *b) {
  struct node head, *at = &head;
  while (a && b) {
    struct node **smaller = a->value <= b->value ? &a : &b;
    at->next = *smaller;
    at = at->next;
    *smaller = (*smaller)->next;
  }
  at->next = a ? a : b;
  return head.next;
}
static struct node *sort(struct node *list) {
  if (!list || !list->next) return list;
  struct node *slow = list, *fast = list->next;
  while (fast && fast->next) {
    slow = slow->next;
    fast = fast->next->next;
  }
  struct node *half = slow->next;
  slow->next = 0;
  return merge(sort(list), sort(half));
}

int main(void) {
  struct node ring = {&ring, &ring, 0};
  for (int i = 0; i < 24; i++) insert(i % 3 ? ring.previous : &ring, i * 7919 % 101);
  int n = 0;
  for (struct node *p = ring.next; p != &ring; p = p->next) printf("%d%c", p->value, ++n % 12 ? ' ' : '\n');
  for (struct node *p = ring.next; p != &ring;) {
    struct node *next = p->next;
    if (p->value % 2) erase(p);
    p = next;
  }
  ring.previous->next = 0;
  struct node *sorted = sort(ring.next);
  for (struct node *p = sorted; p; p = p->next) printf("%d ", p->value);
  printf("\n");
  struct node *reversed = 0;
  while (sorted) {
    struct node *next = sorted->next;
    sorted->next = reversed;
    reversed = sorted;
    sorted = next;
  }
  long check = 0;
  while (reversed) {
    struct node *next = reversed->next;
    check = check * 3 + reversed->value;
    free(reversed);
    reversed = next;
  }
  printf("%ld\n", check);
  return 0;
}
