-- Numbers: integer and float arithmetic at the edges, conversions, the math library, os and io on a file.
print(math.maxinteger, math.mininteger, math.maxinteger + 1 == math.mininteger, math.maxinteger // -1, math.mininteger // -1, math.mininteger % -1)
print(5 // 0.0, -5 // 0.0, 5 % math.huge, -5 % math.huge, 5.3 % 2, -5.3 % 2, 3 % -2, -3 % 2)
print(pcall(function() return 1 // 0 end)); print(pcall(function() return 1 % 0 end)); print(pcall(function() return 1 | 1.5 end))
print(1e308 * 10, -1e308 * 10, 2 ^ 0.5, 10 / 2, 3 | 0, 2 ^ 63 == math.maxinteger + 1.0, 1 == 1.0, math.type(1), math.type(1.0), math.type("1"))
print(math.floor(-3.7), math.ceil(-3.7), math.fmod(-7, 3), math.modf(-3.7), math.abs(-3), math.max(1, 2.5, -1), math.min(3, 1, 2), math.ult(1, -1))
print(string.format("%.14g %.14g %.14g %.14g %.14g", math.sin(1), math.cos(1), math.exp(1), math.log(10), math.atan(1, 2)), math.sqrt(2), math.log(8, 2), math.log(1000, 10))
for _, s in ipairs { "1e400", "-0x8000000000000000", "9223372036854775807", "9223372036854775808", "0x.8p1", "1e", "", " 0x ", "nan", "inf" } do io.write(tostring(tonumber(s)), " ") end
print()
for i = 1.0, 2.0, 0.25 do io.write(i, " ") end
for i = math.maxinteger - 1, math.maxinteger do io.write(i, " ") end
for i = 3, 1, -1 do io.write(i, " ") end
print()
math.randomseed(42)
local a, b = math.random(1, 1000), math.random()
math.randomseed(42)
print(a == math.random(1, 1000), b == math.random(), a)
local x = 0
for i = 1, 1000 do x = (x * 1103515245 + 12345) & 0x7fffffff end
print(x)
local pi = 0.0
for k = 0, 500 do pi = pi + (k % 2 == 0 and 1 or -1) * 4 / (2 * k + 1) end
print(pi)
local name = os.tmpname()
local f = assert(io.open(name, "w"))
for i = 1, 20 do f:write(i, " ", i * i, "\n") end
print(f:seek("cur"), f:close())
local sum = 0
for l in io.lines(name) do local i, q = l:match("(%d+) (%d+)"); sum = sum + i * q end
f = io.open(name)
print(sum, f:read("n", "n", "l", "L"))
print(#f:read("a"), f:read("a"), f:read("l"))
f:close()
f = io.open(name, "r+b"); f:seek("set", 2); f:write("ONE"); f:seek("set"); print(f:read(5)); f:close()
print(os.remove(name), (io.open(name)))
print(os.date("!%Y-%m-%d %H:%M:%S", 86400 * 365), os.time { year = 2000, month = 1, day = 1, hour = 12 } ~= nil, os.getenv("NO_SUCH_VARIABLE"))
