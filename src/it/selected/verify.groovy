String report = new File(basedir, 'target/formulint/report.txt').text
assert report.contains('warning[undefined-command]')
assert report.contains('[fullwidth-punctuation]')
assert !report.contains('double-script')
assert !report.contains('unclosed-delimiter')
assert !report.contains('error[')
