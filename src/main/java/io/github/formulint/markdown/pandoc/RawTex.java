package io.github.formulint.markdown.pandoc;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands and environments of LaTeX in Markdown: pandoc's {@code raw_tex}, for one text. Not
 * thread-safe: reads the text once for all that begins in it.
 */
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

  private static final Pattern END = Pattern.compile("\\\\end\\{([^{}\\n]+)\\}");

  private final String text;
  private final Map<Character, GroupEnds> groups = new HashMap<>();

  /** The names of the environments that end somewhere, each with its last end. */
  private Map<String, Integer> lastEnds;

  /** For each index, the next end of an environment on the way from there. */
  private int[] nextEnd;

  RawTex(String text) {
    this.text = text;
  }

  /** Returns whether an environment of maths begins at an index. */
  boolean isDisplay(int index) {
    Matcher begin = BEGIN.matcher(text).region(index, text.length());
    return begin.lookingAt() && DISPLAY_ENVIRONMENTS.contains(begin.group(1));
  }

  /** Returns whether an environment begins at an index. */
  boolean isEnvironment(int index) {
    return text.startsWith("\\begin{", index);
  }

  /** Returns the index behind the command or environment at an index, or -1. */
  int end(int index) {
    Matcher begin = BEGIN.matcher(text).region(index, text.length());
    if (begin.lookingAt()) {
      return environmentEnd(begin);
    }
    Matcher command = COMMAND.matcher(text).region(index, text.length());
    if (!command.lookingAt()
        || command.group().equals("\\begin")
        || command.group().equals("\\end")) {
      return -1;
    }
    int end = command.end();
    while (end < text.length() && (text.charAt(end) == '[' || text.charAt(end) == '{')) {
      int after = groupEnd(end);
      if (after < 0) {
        return text.charAt(end) == '{' ? -1 : end;
      }
      end = after;
    }
    return end;
  }

  /** What is behind a percent sign is a comment and ends nothing. */
  private int environmentEnd(Matcher begin) {
    readEnds();
    String name = begin.group(1);
    if (lastEnds.getOrDefault(name, -1) < begin.end()) {
      return -1;
    }
    String close = "\\end{" + name + "}";
    int end = nextEnd[begin.end()];
    while (end >= 0 && !text.startsWith(close, end)) {
      end = nextEnd[end + 1];
    }
    return end < 0 ? -1 : end + close.length();
  }

  private void readEnds() {
    if (lastEnds != null) {
      return;
    }
    lastEnds = new HashMap<>();
    Matcher end = END.matcher(text);
    while (end.find()) {
      lastEnds.put(end.group(1), end.start());
    }
    nextEnd = new int[text.length() + 2];
    Arrays.fill(nextEnd, -1);
    int lineEnd = text.length();
    for (int i = text.length() - 1; i >= 0; i--) {
      char c = text.charAt(i);
      lineEnd = c == '\n' ? i : lineEnd;
      nextEnd[i] =
          switch (c) {
            case '%' -> nextEnd[lineEnd];
            case '\\' -> text.startsWith("\\end{", i) ? i : nextEnd[i + 2];
            default -> nextEnd[i + 1];
          };
    }
  }

  private int groupEnd(int index) {
    char open = text.charAt(index);
    return groups.computeIfAbsent(open, key -> new GroupEnds(text, key)).behind(index);
  }
}
