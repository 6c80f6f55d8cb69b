package io.github.formulint.markdown.kramdown;

import java.util.regex.Pattern;

/** Indented code: {@code CODEBLOCK_MATCH} of kramdown 2.4. */
final class CodeBlocks {

  private static final Pattern INDENTED =
      Pattern.compile("^(?:\\t| {4})[ \\t]*\\S.*\\n", Pattern.MULTILINE | Pattern.UNIX_LINES);

  private CodeBlocks() {}

  /** Returns where indented code that begins here, perhaps behind blank lines, ends. */
  static int end(Scanner source) {
    int start = source.position();
    int end = start;
    boolean found;
    do {
      source.scan(Syntax.BLANK);
      found = source.at(INDENTED);
      while (source.scan(INDENTED).isPresent()) {
        end = source.position();
      }
      while (found && !source.at(Syntax.LAZY_END) && source.scan(Syntax.LINE).isPresent()) {
        end = source.position();
      }
    } while (found);
    source.moveTo(start);
    return end;
  }
}
