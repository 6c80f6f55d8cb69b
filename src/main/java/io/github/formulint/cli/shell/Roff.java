package io.github.formulint.cli.shell;

import java.util.regex.Pattern;
import org.apache.commons.text.WordUtils;

/**
 * Writes the source of a manual page with the macros of man(7), which every man reads; in ASCII.
 */
final class Roff {

  /** Stands for nothing, so that a word with a dot is no request at the start of a line. */
  private static final int ZERO_WIDTH = 0x200B;

  private static final Pattern BEFORE_DOT = Pattern.compile("(?<!\\S)(?=\\.)");

  /** How long lines of the source are; the page itself is as wide as the reader's terminal. */
  private static final int LINE_WIDTH = 78;

  private final StringBuilder page = new StringBuilder();

  /** Returns what was written. */
  String source() {
    return page.toString();
  }

  /**
   * Begins the page, in the section of programs.
   *
   * @param name the name of the page
   * @param date when it was written, such as {@code 2026-11-22}
   * @param version what it is about, such as {@code formulint 0.1.0}
   */
  void title(String name, String date, String version) {
    line(".TH " + escape(name) + " 1 " + date + " \"" + escape(version) + "\"");
  }

  /** Begins a section. */
  void section(String title) {
    line(".SH " + (title.contains(" ") ? "\"" + escape(title) + "\"" : escape(title)));
  }

  /** Begins a part of a section. */
  void subsection(String title) {
    line(".SS \"" + escape(title) + "\"");
  }

  /** Writes a paragraph of markup. */
  void paragraph(String markup) {
    boolean isFirst = lastLine().startsWith(".S");
    if (!isFirst) {
      line(".PP");
    }
    wrapped(markup);
  }

  /** Writes markup on a line of its own. */
  void lineOfItsOwn(String markup) {
    boolean isFirst = lastLine().startsWith(".S");
    if (!isFirst) {
      line(".br");
    }
    line(markup);
  }

  /** Writes what is said of something, indented under its name; both are markup. */
  void entry(String name, String said) {
    line(".TP");
    line(name);
    wrapped(said);
  }

  /** Writes lines as they are. */
  void verbatim(String... lines) {
    line(".nf");
    for (String line : lines) {
      line(escape(line));
    }
    line(".fi");
  }

  private String lastLine() {
    return page.substring(page.lastIndexOf("\n", page.length() - 2) + 1);
  }

  private void wrapped(String markup) {
    line(WordUtils.wrap(markup, LINE_WIDTH, "\n", false));
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  /** Returns markup for what is typed as it is. */
  static String bold(String text) {
    return "\\fB" + escape(text) + "\\fR";
  }

  /** Returns markup for what is replaced by something else. */
  static String italic(String text) {
    return "\\fI" + escape(text) + "\\fR";
  }

  /** Returns markup such that each character means itself (groff_char(7)). */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    BEFORE_DOT
        .matcher(text)
        .replaceAll(Character.toString(ZERO_WIDTH))
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case ZERO_WIDTH -> escaped.append("\\&");
                case '\\' -> escaped.append("\\e");
                case '-' -> escaped.append("\\-");
                case '\'' -> escaped.append("\\(aq");
                case '"' -> escaped.append("\\(dq");
                case '`' -> escaped.append("\\(ga");
                case '^' -> escaped.append("\\(ha");
                case '~' -> escaped.append("\\(ti");
                default -> {
                  if (c < 0x80) {
                    escaped.append((char) c);
                  } else {
                    escaped.append(String.format("\\[u%04X]", c));
                  }
                }
              }
            });
    return escaped.toString();
  }
}
