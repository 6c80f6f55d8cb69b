String log = new File(basedir, 'build.log').text
for (file in [
    'README.md', 'docs/guide.md', 'core/README.md', 'core/src/site/markdown/index.md',
    'core/extra/README.md', 'tools/cli/README.md', 'tools/notes.md']) {
  assert log.count("[ERROR] ${file}:1:") == 1: file
}
assert !log.contains('linked.md')
// The engines start once for all modules, and are closed when the build ends.
assert log.count('the engines of this build are ready to start') == 1
assert log.count('the engines of this build are closed') == 1
// The second module in a folder does not write over the report of the first.
assert new File(basedir, 'tools/cli/target/formulint/report.txt').text.contains('tools/cli/README.md:1:')
