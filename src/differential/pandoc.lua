-- Prints what pandoc reads, in the form of read.mjs:
--   pandoc --lua-filter=pandoc.lua -M format=markdown -M cases=CASES.txt < /dev/null
-- CASES.txt names a file on each line, and after a tab the document's id.

local function quote(text)
  local escaped = text:gsub('[%c"\\\127]', function(c)
    return string.format('\\u%04x', c:byte())
  end)
  return '"' .. escaped .. '"'
end

-- The environments of amsmath that writers hand on to MathJax.
local ENVIRONMENTS = {
  align = true, alignat = true, displaymath = true, dmath = true, dgroup = true, eqnarray = true,
  equation = true, flalign = true, gather = true, math = true, multline = true,
}

local function formulas(document)
  local found = {}
  local function add(math)
    local display = tostring(math.mathtype == 'DisplayMath')
    table.insert(found, '{"display":' .. display .. ',"tex":' .. quote(math.text) .. '}')
  end
  local function environment(raw)
    local name = raw.text:match('^\\begin{(%a+)%*?}')
    if raw.format == 'tex' and ENVIRONMENTS[name] then
      table.insert(found, '{"display":true,"tex":' .. quote(raw.text) .. '}')
    end
  end
  pandoc.walk_block(pandoc.Div(document.blocks), {
    traverse = 'topdown',
    Math = add,
    RawBlock = environment,
    RawInline = environment,
    CodeBlock = function(code)
      if code.classes[1] == 'math' and FORMAT_IS_GFM then
        table.insert(found, '{"display":true,"tex":' .. quote(code.text) .. '}')
      end
    end,
  })
  return '[' .. table.concat(found, ',') .. ']'
end

function Pandoc(document)
  local format = pandoc.utils.stringify(document.meta.format)
  FORMAT_IS_GFM = format:sub(1, 3) == 'gfm'
  for line in io.lines(pandoc.utils.stringify(document.meta.cases)) do
    local path, id = line:match('^([^\t]*)\t(.*)$')
    local file = io.open(path, 'rb')
    local text = file:read('a'):gsub('^\239\187\191', '')
    file:close()
    local ok, read = pcall(pandoc.read, text, format)
    if ok then
      print('{"id":' .. quote(id) .. ',"formulas":' .. formulas(read) .. '}')
    else
      io.stderr:write(id, ': ', tostring(read), '\n')
    end
  end
  os.exit(0)
end
