String log = new File(basedir, 'build.log').getText('UTF-8')
assert log.count('[ERROR] 文档 und mehr/线性 代数.md:1:') == 2
assert new File(basedir, 'target/formulint/report.txt').getText('UTF-8').contains('文档 und mehr/线性 代数.md:1:')
