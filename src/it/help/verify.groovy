String log = new File(basedir, 'build.log').text
for (goal in ['check', 'fix', 'help']) {
  assert log.contains("formulint:${goal}\n")
}
for (property in [
    'includes', 'excludes', 'engine', 'platforms', 'failOn', 'failOnError', 'maxAllowedFindings',
    'skip', 'check.skip', 'fix.skip', 'format', 'reportFile', 'jobs', 'config', 'unsafeFixes']) {
  assert log.contains("User property: formulint.${property}\n"): property
}
