// -Wall
int a<:3:> = <% 1, 2, 3 %>;
%:define X 1
int b = X;
