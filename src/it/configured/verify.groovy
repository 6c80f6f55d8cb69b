String log = new File(basedir, 'build.log').text
assert log.contains('2 files, 3 formulas: 1 error, 0 warnings')
String report = new File(basedir, 'target/formulint/report.txt').text
assert report =~ /^docs\/guide\.md:1:\d+: error\[/
assert report.readLines().size() == 1
