import groovy.json.JsonSlurper

// The library of QuickJS is loaded by both, and both JLaTeXMaths keep to themselves.
for (module in ['a', 'b']) {
  def report = new JsonSlurper().parse(new File(basedir, "${module}/target/formulint/report.json"))
  def engines = report.files[0].diagnostics[0].engines
  assert engines.katex.status == 'rejected'
  assert engines.jlatexmath.status == 'rejected'
}
String log = new File(basedir, 'build.log').text
assert log.count('the engines of this build are ready to start') == 2
assert log.count('the engines of this build are closed') == 2
