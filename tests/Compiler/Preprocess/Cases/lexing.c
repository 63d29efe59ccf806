// Tokens (6.4): splices anywhere, comments, digraphs, universal character names, numbers that are not, quotes.
ab\
cd "str\
ing" '\
x' +\
+ <\
<\
= 12\
34 /\
* comment *\
/ after /\
/ line comment \
goes on
<: :> <% %> %: %:%: a%:b
#define d(x) %:x
d(digraph)
%:define dd 5
dd
\u00c1bc \U000001F1x caf\u00e9 café µ $dollar a$b
.5 5. 1.e+5 0x1p-3 1e+ 0x1e+1 1..2 1_000 0b11 5ull
...  .. . -> ->* ::  a+++b a-- -b x<<=y x>>=y !=~
"a\"b" 'c\'d' L"w" u"x" U"y" u8"z" L'a' "esc \\" "" "//" "/* no */"
@ ` \ x
a/**/b a/* *//* */b
