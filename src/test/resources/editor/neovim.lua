local root = vim.fn.getcwd()
local id = vim.lsp.start_client({ name = 'formulint', cmd = { vim.env.FORMULINT, 'lsp' }, root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = 'docs' } } })
vim.cmd('edit a.md')
vim.lsp.buf_attach_client(0, id)
assert(vim.wait(120000, function() return #vim.diagnostic.get(0) > 0 end, 50), 'no diagnostics')
for _, d in ipairs(vim.diagnostic.get(0)) do
  io.write(string.format('%d:%d %s [%s]\n', d.lnum + 1, d.col + 1, vim.split(d.message, '\n')[1], d.code))
end
local d = vim.diagnostic.get(0)[1]
local params = { textDocument = vim.lsp.util.make_text_document_params(0),
  range = { start = { line = d.lnum, character = d.col }, ['end'] = { line = d.lnum, character = d.col } },
  context = { diagnostics = {}, only = { 'source.fixAll' } } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 120000)
for _, answer in pairs(answers) do
  for _, action in ipairs(answer.result or {}) do
    io.write(action.title .. '\n')
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
  end
end
assert(vim.wait(120000, function() return #vim.diagnostic.get(0) == 1 end, 50), 'the fix is not seen')
vim.cmd('write')
vim.lsp.stop_client(id)
vim.wait(10000, function() return vim.lsp.client_is_stopped(id) end, 50)
vim.cmd('quitall!')
