-- Closures: shared and separate upvalues, counters, recursion through upvalues, varargs, goto, integer and generic for.
local function counter(step)
  local n = 0
  return function() n = n + step; return n end, function() return n end
end
local up, look = counter(3)
for _ = 1, 5 do up() end
print(look(), up(), look())

local fs = {}
for i = 1, 5 do fs[i] = function(d) i = i + d; return i end end
for i = 1, 5 do io.write(fs[i](10 * i), " ") end
print(fs[1](1), fs[5](1))

local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
print(fib(15))

local function pack(...) return select("#", ...), { ... } end
print((pack(nil, 2, nil)), select(2, pack("x"))[1])
local function sum(...)
  local s = 0
  for _, v in ipairs { ... } do s = s + v end
  return s, ...
end
print(sum(1, 2, 3, 4.5))

local function compose(f, ...)
  if not f then return function(x) return x end end
  local rest = compose(...)
  return function(x) return f(rest(x)) end
end
print(compose(function(x) return x + 1 end, function(x) return x * 2 end, math.abs)(-20))

do
  local i = 1
  ::again::
  if i <= 3 then io.write("goto ", i, "; "); i = i + 1; goto again end
  print()
end
local t <const> = 42
do
  local c <close> = setmetatable({}, { __close = function() print("closed", t) end })
  print("open")
end
local function tail(n, acc) if n == 0 then return acc end return tail(n - 1, acc + n) end
print(tail(5000, 0))
