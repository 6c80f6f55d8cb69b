String log = new File(basedir, 'build.log').text
assert log =~ /(?m)^\[ERROR\] README\.md:3:\d+: .+ \[[a-z-]+\]$/
assert log =~ /(?m)^\[WARNING\] README\.md:5:\d+: .+ \[cjk-text-in-math\]$/
assert log =~ /(?m)^\[ERROR\] README\.md:7:\d+: .+ \[unbraced-argument\]\n +hint: /
assert log.contains('BUILD FAILURE')
// The failure comes after all findings.
assert log.lastIndexOf('README.md:7:') < log.indexOf('run mvn formulint:fix')
