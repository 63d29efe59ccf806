// A tokeniser and an expression evaluator: recursive descent over a string, tables of constants, errors by result.
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct parser { const char *at; int failed; };
static double expression(struct parser *p);

static void skip(struct parser *p) {
  while (isspace((unsigned char)*p->at)) p->at++;
}
static double primary(struct parser *p) {
  skip(p);
  if (*p->at == '(') {
    p->at++;
    double v = expression(p);
    skip(p);
    if (*p->at == ')') p->at++;
    else p->failed = 1;
    return v;
  }
  if (*p->at == '-') {
    p->at++;
    return -primary(p);
  }
  char *end;
  double v = strtod(p->at, &end);
  if (end == p->at) p->failed = 1;
  p->at = end;
  return v;
}
static double term(struct parser *p) {
  double v = primary(p);
  for (;;) {
    skip(p);
    if (*p->at == '*') p->at++, v *= primary(p);
    else if (*p->at == '/') p->at++, v /= primary(p);
    else return v;
  }
}
static double expression(struct parser *p) {
  double v = term(p);
  for (;;) {
    skip(p);
    if (*p->at == '+') p->at++, v += term(p);
    else if (*p->at == '-') p->at++, v -= term(p);
    else return v;
  }
}

enum state { START, WORD, NUMBER, COMMENT, STATES };
enum class { LETTER, DIGIT, HASH, NEWLINE, OTHER, CLASSES };
static const unsigned char next[STATES][CLASSES] = {
  [START] = {WORD, NUMBER, COMMENT, START, START},
  [WORD] = {WORD, WORD, COMMENT, START, START},
  [NUMBER] = {WORD, NUMBER, COMMENT, START, START},
  [COMMENT] = {COMMENT, COMMENT, COMMENT, START, COMMENT},
};
static enum class classify(int c) { return isalpha(c) || c == '_' ? LETTER : isdigit(c) ? DIGIT : c == '#' ? HASH : c == '\n' ? NEWLINE : OTHER; }

int main(void) {
  const char *inputs[] = {"1+2*3", "(1+2)*3", "-4 / (2 - 4) * 1.5", "2*(3+(4*(5-1)))", "1+", "(2", "10/4/5"};
  for (unsigned i = 0; i < sizeof inputs / sizeof *inputs; i++) {
    struct parser p = {inputs[i], 0};
    double v = expression(&p);
    if (p.failed || *p.at) printf("%s: error\n", inputs[i]);
    else printf("%s = %g\n", inputs[i], v);
  }
  enum state s = START;
  int entered[STATES] = {0};
  for (const char *t = "int x1 = 42; # a 7 comment\ny=x1+3"; *t; t++) {
    enum state n = (enum state)next[s][classify((unsigned char)*t)];
    if (n != s) entered[n]++;
    s = n;
  }
  printf("%d %d %d %d\n", entered[START], entered[WORD], entered[NUMBER], entered[COMMENT]);
  return 0;
}
