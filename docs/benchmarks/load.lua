-- What wrk sends for docs/benchmarks/against-peer: the bodies of some files in turn, and afterwards one line of JSON.
-- wrk … -s load.lua URL -- CONTENT-TYPE FILE…; with multipart/form-data each file becomes the field "file" of a form.
local BOUNDARY = "inkling-boundary-7d1f93c0"

local requests = {}
local sent = 0

local function content(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read("*a")
  file:close()
  return bytes
end

local function form(bytes)
  return "--" .. BOUNDARY .. "\r\n"
    .. 'Content-Disposition: form-data; name="file"; filename="picture"\r\n'
    .. "Content-Type: application/octet-stream\r\n\r\n"
    .. bytes .. "\r\n--" .. BOUNDARY .. "--\r\n"
end

function init(args)
  local multipart = args[1] == "multipart/form-data"
  wrk.headers["Content-Type"] = multipart and args[1] .. "; boundary=" .. BOUNDARY or args[1]
  for i = 2, #args do
    local bytes = content(args[i])
    requests[i - 1] = wrk.format("POST", nil, nil, multipart and form(bytes) or bytes)
  end
end

function request()
  sent = sent % #requests + 1
  return requests[sent]
end

function done(summary, latency, _)
  local e = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %f, "p50": %f, "p99": %f, "failed": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.status + e.connect + e.read + e.write + e.timeout))
end
