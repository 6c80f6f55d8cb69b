String log = new File(basedir, 'build.log').text
assert log.contains('1 file, 2 formulas: nothing wrong')
assert log =~ /(?m)^\[ERROR\] Failed to execute goal .*binary\.md: holds a NUL byte/
