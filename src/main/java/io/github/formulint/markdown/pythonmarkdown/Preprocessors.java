package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Python-Markdown does to the whole text before it looks for blocks. */
final class Preprocessors {

  /** Stands for what was taken out: raw HTML and fenced code. */
  static final String STASHED = "\u0002h\u0003";

  private static final int TAB_LENGTH = 4;

  /** The opening line of {@code FENCED_BLOCK_RE} of the fenced_code extension. */
  private static final Pattern FENCE =
      Pattern.compile(
          "(~{3,}|`{3,}) *(?:\\{[^}\\n]*\\}|(?:\\.?[\\w#.+-]* *)?(?:hl_lines=(\"|').*?\\2 *)?)",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Preprocessors() {}

  /** Returns the text ready for the block processors. */
  static MappedText run(MappedText source) {
    return RawHtml.remove(withoutFences(normalized(source)));
  }

  /** {@code NormalizeWhitespace}: line feeds, tabs as spaces, nothing on blank lines. */
  private static MappedText normalized(MappedText source) {
    MappedText.Builder text = new MappedText.Builder();
    int lineStart = 0;
    boolean blank = true;
    MappedText.Builder line = new MappedText.Builder();
    for (int i = 0; i < source.length(); i++) {
      char c = source.charAt(i);
      int start = source.sourceStart(i);
      if (c == '\r' || c == '\n') {
        boolean pair = c == '\r' && i + 1 < source.length() && source.charAt(i + 1) == '\n';
        i += pair ? 1 : 0;
        if (!blank || lineStart == 0) {
          text.append(line.build());
        }
        text.append('\n', start, source.sourceEnd(i));
        line = new MappedText.Builder();
        lineStart = i + 1;
        blank = true;
      } else if (c == '\t') {
        int spaces = TAB_LENGTH - line.length() % TAB_LENGTH;
        line.append(" ".repeat(spaces), start, source.sourceEnd(i));
      } else if (c != '\u0002' && c != '\u0003') {
        blank &= c == ' ';
        line.append(c, start, source.sourceEnd(i));
      }
    }
    int end = source.sourceStart(source.length());
    return text.append(line.build()).append("\n\n", end, end).build();
  }

  /** {@code FencedBlockPreprocessor}: fences stand at the start of a line, nowhere else. */
  private static MappedText withoutFences(MappedText text) {
    List<MappedText> lines = text.lines();
    Map<String, TreeSet<Integer>> closers = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).toString();
      if (line.startsWith("```") || line.startsWith("~~~")) {
        String fence = trimEnd(line);
        if (fence.chars().allMatch(c -> c == line.charAt(0))) {
          closers.computeIfAbsent(fence, key -> new TreeSet<>()).add(i);
        }
      }
    }
    if (closers.isEmpty()) {
      return text;
    }
    MappedText.Builder result = new MappedText.Builder();
    for (int i = 0; i < lines.size(); i++) {
      MappedText line = lines.get(i);
      Matcher opener = FENCE.matcher(line);
      TreeSet<Integer> candidates = opener.matches() ? closers.get(opener.group(1)) : null;
      Integer closer = candidates == null ? null : candidates.higher(i);
      int place = line.sourceStart(0);
      if (closer != null) {
        result.append("\n" + STASHED + "\n", place, place);
        i = closer;
      } else {
        result.append(line);
      }
      if (i + 1 < lines.size()) {
        int end = lines.get(i).sourceEnd(lines.get(i).length());
        result.append('\n', end, end);
      }
    }
    return result.build();
  }

  static String trimEnd(String line) {
    int end = line.length();
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return line.substring(0, end);
  }
}
