String log = new File(basedir, 'build.log').text
// MathJax in the page knows no single dollar, unless it is told.
assert log.contains("[ERROR] src/site/markdown/index.md:9:13: Maven's site does not read this formula")
assert log.count('[ERROR] src/site/markdown/index.md:') == 1
assert !log.contains('README.md:')
