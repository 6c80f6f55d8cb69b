String log = new File(basedir, 'build.log').text
assert log.contains('2 files, 3 formulas: 1 error, 0 warnings')
assert log.contains('[ERROR] docs/bad.md:1:')
// Nothing is left behind where nobody builds.
assert !new File(basedir, 'target/formulint').exists()
