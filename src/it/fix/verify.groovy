assert new File(basedir, 'README.md').bytes ==
    '# Fix\r\n\r\n$x_{\\max}$ is the largest, and $y_{\\min}$ the smallest.\r\n'.getBytes('UTF-8')
String log = new File(basedir, 'build.log').text
assert log.contains('README.md: mended 2 findings')
assert log.contains('1 file, 2 formulas: nothing wrong')
