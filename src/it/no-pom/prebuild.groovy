new File(basedir, 'target').mkdirs()
new File(basedir, 'target/bad.md').text = 'The norm is $\\nrom{x}$.\n'
return true
