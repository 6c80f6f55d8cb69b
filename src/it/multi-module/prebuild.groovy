import java.nio.file.Files

// A link into another module belongs to that module.
Files.createSymbolicLink(
    new File(basedir, 'docs/linked.md').toPath(), new File(basedir, 'core/README.md').toPath())
return true
