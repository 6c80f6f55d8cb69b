import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/formulint/report.json'))
assert report.files*.path == ['README.md', 'docs/bad.md']
assert report.summary.errors == 1
def finding = report.files[1].diagnostics[0]
assert finding.start.line == 1
assert finding.formula.tex == '\\nrom{x}'
assert finding.engines.keySet() == ['katex', 'jlatexmath'] as Set

def lines = new File(basedir, 'target/reports/findings.jsonl').readLines()
assert lines.size() == 1
// What the first build knew, the second tells as well.
assert new JsonSlurper().parseText(lines[0]).engines == finding.engines
