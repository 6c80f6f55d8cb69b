package io.github.formulint.markdown;

import io.github.formulint.markdown.kramdown.KramdownReader;
import io.github.formulint.markdown.pandoc.PandocGfmReader;
import io.github.formulint.markdown.pandoc.PandocReader;
import io.github.formulint.markdown.pythonmarkdown.ArithmatexReader;
import io.github.formulint.markdown.rendered.AutoRenderReader;
import io.github.formulint.markdown.rendered.JupyterReader;
import io.github.formulint.markdown.rendered.MathJaxReader;
import io.github.formulint.source.SourceFile;
import java.util.List;

/** The readers of the platforms that are no plain CommonMark parsers. */
enum ReaderUnderTest {
  PANDOC("pandoc", PandocReader.withDefaultExtensions()),
  PANDOC_SINGLE_BACKSLASH("pandoc-single-backslash", PandocReader.withSingleBackslash()),
  PANDOC_GFM("pandoc-gfm", new PandocGfmReader()),
  KRAMDOWN("kramdown", KramdownReader.kramdown()),
  KRAMDOWN_GFM("kramdown-gfm", KramdownReader.gfm()),
  ARITHMATEX("pymdownx-arithmatex", new ArithmatexReader()),
  AUTO_RENDER("katex-auto-render", AutoRenderReader.withDefaultDelimiters()),
  AUTO_RENDER_DOLLAR("katex-auto-render-dollar", AutoRenderReader.withDollars()),
  MATHJAX("mathjax3-default", MathJaxReader.withDefaultDelimiters()),
  MATHJAX_DOLLAR("mathjax3-dollar", MathJaxReader.withDollars()),
  JUPYTER("jupyterlab", new JupyterReader());

  final String expectations;
  final MarkdownReader reader;

  ReaderUnderTest(String expectations, MarkdownReader reader) {
    this.expectations = expectations;
    this.reader = reader;
  }

  List<Formula> read(String markdown) {
    return reader.read(SourceFile.of("test.md", markdown)).formulas();
  }
}
