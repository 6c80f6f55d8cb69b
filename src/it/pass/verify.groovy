String log = new File(basedir, 'build.log').text
assert log.contains('3 files, 6 formulas: nothing wrong')
// Maven 3.9 and newer warn of what they dislike in a plugin.
assert !log.contains('[WARNING]')
