// What builds leave behind is not checked; Git would not keep such folders here.
for (folder in ['target', 'demo/target']) {
  new File(basedir, folder).mkdirs()
  new File(basedir, "${folder}/bad.md").text = 'The norm is $\\nrom{x}$.\n'
}
return true
