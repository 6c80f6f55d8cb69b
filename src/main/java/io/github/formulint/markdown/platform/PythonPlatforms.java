package io.github.formulint.markdown.platform;

import static io.github.formulint.markdown.Platform.Certainty.VERIFIED;
import static io.github.formulint.markdown.platform.FrontMatter.YAML_OR_DOTS;

import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.pythonmarkdown.ArithmatexReader;

/** Platforms that read with Python-Markdown. */
final class PythonPlatforms {

  static final Platform MKDOCS =
      Definition.of("mkdocs", "MkDocs with arithmatex")
          .profile(Profiles.MATHJAX)
          .version("PyMdown Extensions 9.5 to 10")
          .source("source of pymdownx.arithmatex with smart_dollar, on Python-Markdown 3.4 to 3.10")
          .certainty(VERIFIED)
          .limit("Without pymdownx.arithmatex MkDocs reads no formulas.")
          .limit(
              "Admonitions (!!!), details (???) and tabs (===) are read as with the extensions"
                  + " admonition, pymdownx.details and pymdownx.tabbed; without them they are code.")
          .frontMatter(YAML_OR_DOTS)
          .reads(new ArithmatexReader());

  private PythonPlatforms() {}
}
