-- Tables: array and hash parts, sort with and without comparison, insert, remove, move, unpack, next, length, nested copies.
local t = {}
for i = 1, 200 do t[i] = (i * 7919) % 211 end
table.sort(t)
print(t[1], t[100], t[200], #t)
table.sort(t, function(a, b) return a % 10 < b % 10 or (a % 10 == b % 10 and a < b) end)
print(table.concat(t, " ", 1, 20))
local u = { 5, 2, 9 }
table.insert(u, 1, 1); table.insert(u, 7)
print(table.concat(u, ","), table.remove(u), table.remove(u, 1), table.concat(u, ","))
print(table.unpack({ 1, 2, 3 }, 2)); print(select(-2, "a", "b", "c"))
print(table.concat(table.move({ 1, 2, 3, 4, 5 }, 2, 5, 1), ","))
local h = {}
for i = 1, 100 do h["k" .. i] = i; h[i * 1.5] = -i end
local n, s = 0, 0
for _, v in pairs(h) do n = n + 1; s = s + v end
print(n, s)
for i = 1, 100, 3 do h["k" .. i] = nil end
n = 0
for k in pairs(h) do if type(k) == "string" then n = n + 1 end end
print(n, h.k2, h.k1, h[3.0], next({}), rawlen({ 1, 2, 3 }), rawequal(h, h))
local function copy(x)
  if type(x) ~= "table" then return x end
  local c = {}
  for k, v in pairs(x) do c[copy(k)] = copy(v) end
  return setmetatable(c, getmetatable(x))
end
local deep = copy { 1, { 2, { 3, name = "deep" } }, x = { y = { z = "end" } } }
print(deep[2][2].name, deep.x.y.z, #deep)
-- a sieve, a matrix, a queue
local sieve, primes = {}, {}
for i = 2, 200 do
  if not sieve[i] then
    primes[#primes + 1] = i
    for j = i * i, 200, i do sieve[j] = true end
  end
end
print(#primes, primes[#primes])
local function matrix(m, f) local r = {}; for i = 1, m do r[i] = {}; for j = 1, m do r[i][j] = f(i, j) end end; return r end
local a, b = matrix(6, function(i, j) return i + j end), matrix(6, function(i, j) return i * j % 5 end)
local c = matrix(6, function(i, j) local x = 0; for k = 1, 6 do x = x + a[i][k] * b[k][j] end; return x end)
for i = 1, 6 do print(table.concat(c[i], " ")) end
local first, last, q = 1, 0, {}
for i = 1, 50 do last = last + 1; q[last] = i; if i % 3 == 0 then q[first] = nil; first = first + 1 end end
print(first, last, q[first], q[last])
print(pcall(table.concat, { {} })); print(#"", #{ nil, nil, 3 })
