String log = new File(basedir, 'build.log').text
assert log.count('formulint is skipped') == 3
assert !log.contains('README.md')
assert new File(basedir, 'README.md').text == 'The norm is $\\nrom{x}$. $x_\\max$\n'
