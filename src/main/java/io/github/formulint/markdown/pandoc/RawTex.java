package io.github.formulint.markdown.pandoc;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands and environments of LaTeX in Markdown: pandoc's {@code raw_tex}. */
final class RawTex {

  private static final Pattern COMMAND = Pattern.compile("\\\\[a-zA-Z@]+\\*?");
  private static final Pattern BEGIN = Pattern.compile("\\\\begin\\{([^{}\\n]+)\\}");

  /** {@code inlineEnvironments} of pandoc 3.x that are displayed. */
  private static final Set<String> DISPLAY_ENVIRONMENTS =
      Set.of(
          ("displaymath equation equation* gather gather* multline multline* eqnarray eqnarray*"
                  + " align align* alignat alignat* flalign flalign* dmath dmath* dgroup dgroup*"
                  + " darray darray* subequations")
              .split(" "));

  private RawTex() {}

  /** Returns whether an environment of maths begins at an index. */
  static boolean isDisplay(String text, int index) {
    Matcher begin = BEGIN.matcher(text).region(index, text.length());
    return begin.lookingAt() && DISPLAY_ENVIRONMENTS.contains(begin.group(1));
  }

  /** Returns whether an environment begins at an index. */
  static boolean isEnvironment(String text, int index) {
    return text.startsWith("\\begin{", index);
  }

  /** Returns the index behind the command or environment at an index, or -1. */
  static int end(String text, int index) {
    Matcher begin = BEGIN.matcher(text).region(index, text.length());
    if (begin.lookingAt()) {
      return environmentEnd(text, begin);
    }
    Matcher command = COMMAND.matcher(text).region(index, text.length());
    if (!command.lookingAt()
        || command.group().equals("\\begin")
        || command.group().equals("\\end")) {
      return -1;
    }
    int end = command.end();
    while (end < text.length() && (text.charAt(end) == '[' || text.charAt(end) == '{')) {
      int after = groupEnd(text, end);
      if (after < 0) {
        return text.charAt(end) == '{' ? -1 : end;
      }
      end = after;
    }
    return end;
  }

  /** What is behind a percent sign is a comment and ends nothing. */
  private static int environmentEnd(String text, Matcher begin) {
    String close = "\\end{" + begin.group(1) + "}";
    int i = begin.end();
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        i = TextLines.lineEnd(text, i);
      } else if (c != '\\') {
        i++;
      } else if (text.startsWith(close, i)) {
        return i + close.length();
      } else {
        i += 2;
      }
    }
    return -1;
  }

  private static int groupEnd(String text, int index) {
    char open = text.charAt(index);
    char close = open == '{' ? '}' : ']';
    int depth = 0;
    for (int i = index; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == open) {
        depth++;
      } else if (c == close && --depth == 0) {
        return i + 1;
      } else if (c == '\n' && TextLines.isBlankAt(text, i + 1)) {
        return -1;
      }
    }
    return -1;
  }
}
