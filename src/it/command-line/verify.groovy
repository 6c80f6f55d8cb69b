String log = new File(basedir, 'build.log').text
def builds = log.split('Total time').toList().subList(0, 4)
for (file in ['README.md', 'docs/guide.md', 'core/README.md', 'extra/README.md']) {
  assert builds[0].count("[ERROR] ${file}:1:") == 1: file
  assert builds[1].count("[ERROR] ${file}:1:") == 1: file
  assert builds[3].count("] ${file}: mended 1 finding") == 1: file
  assert builds[3].count("[ERROR] ${file}:3:") == 1: file
  assert new File(basedir, file).text.contains('$x_{\\max}$'): file
}
// As the POM of that module says.
assert !log.contains('core/drafts/new.md:')
// No module keeps another from its turn.
assert log.contains('(3 modules fail)')
// Of all modules, only the one that was asked for.
assert builds[2].count('[ERROR] extra/README.md:1:') == 1
assert builds[2].count('README.md:1:') == 1
assert new File(basedir, 'extra/target/formulint/report.txt').exists()
