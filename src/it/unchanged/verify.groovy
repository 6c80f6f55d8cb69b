String log = new File(basedir, 'build.log').text
assert log.count('1 file, 3 formulas: 0 errors, 1 warning') == 3
// The third build asks other engines, so what is known does not count.
assert (log =~ /formulas rendered: (\d+)/).collect { it[1] as int }.every { it >= 3 }
assert log.count('formulas rendered: ') == 2
assert log.count('no formula was rendered: all stand as in the last build') == 1
