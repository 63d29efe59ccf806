-- Metatables: operators, __index chains, inheritance, __newindex, __call, __tostring, __len, __eq, __lt, __le, __concat, proxies, weak tables.
local V = {}
V.__index = V
local function vec(x, y) return setmetatable({ x = x, y = y }, V) end
V.__add = function(a, b) return vec(a.x + b.x, a.y + b.y) end
V.__sub = function(a, b) return vec(a.x - b.x, a.y - b.y) end
V.__mul = function(a, b) if type(a) == "number" then return vec(a * b.x, a * b.y) elseif type(b) == "number" then return vec(a.x * b, a.y * b) end return a.x * b.x + a.y * b.y end
V.__unm = function(a) return vec(-a.x, -a.y) end
V.__eq = function(a, b) return a.x == b.x and a.y == b.y end
V.__lt = function(a, b) return a.x < b.x end
V.__le = function(a, b) return a.x <= b.x end
V.__tostring = function(a) return "(" .. a.x .. ", " .. a.y .. ")" end
V.__len = function(a) return 2 end
V.__concat = function(a, b) return tostring(a) .. tostring(b) end
V.__call = function(self, k) return self[k] end
V.__idiv = function(a, b) return vec(a.x // b, a.y // b) end
V.__band = function(a, b) return a.x & b end
V.__shl = function(a, b) return vec(a.x << b, a.y << b) end
local a, b = vec(1, 2), vec(3, 4)
print(tostring(a + b), tostring(b - a), a * b, tostring(2 * a), tostring(-a), a == vec(1, 2), a < b, a <= b, a ~= b, #a, a .. b, a .. "!", a("x"), tostring(b // 2), b & 1, tostring(a << 3))

local Animal = {}; Animal.__index = Animal
function Animal.new(name) return setmetatable({ name = name }, Animal) end
function Animal:speak() return self.name .. " makes " .. self:sound() end
function Animal:sound() return "a noise" end
local Dog = setmetatable({}, { __index = Animal }); Dog.__index = Dog
function Dog.new(name) return setmetatable(Animal.new(name), Dog) end
function Dog:sound() return "woof" end
print(Animal.new("it"):speak(), Dog.new("rex"):speak())

local log = {}
local proxy = setmetatable({}, {
  __index = function(_, k) log[#log + 1] = "get " .. tostring(k); return k .. "!" end,
  __newindex = function(t, k, v) log[#log + 1] = "set " .. k; rawset(t, k, v) end,
  __pairs = function(t) return function(_, k) if not k then return 1, "one" end end, t, nil end,
})
print(proxy.a, proxy.b); proxy.c = 5
print(proxy.c, table.concat(log, "; "))
for k, v in pairs(proxy) do print(k, v) end
local default = setmetatable({}, { __index = function(t, k) local v = k * k; t[k] = v; return v end })
print(default[12], rawget(default, 12), rawget(default, 13))
print(getmetatable("").__index == string, getmetatable(setmetatable({}, { __metatable = "locked" })))
print(pcall(setmetatable, setmetatable({}, { __metatable = 1 }), {}))
local weak = setmetatable({}, { __mode = "k" })
for i = 1, 10 do weak[{}] = i end
local keep = {}; weak[keep] = "kept"
collectgarbage()
local n = 0
for _ in pairs(weak) do n = n + 1 end
print(n, weak[keep])
