String log = new File(basedir, 'build.log').text
assert log.count('1 file, 1 formula: 1 error, 0 warnings') == 2
assert log.contains("wrong.yml:3:1: there is no option 'exclud'; did you mean 'exclude'?")
