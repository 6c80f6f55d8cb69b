package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.TextSearch;
import io.github.formulint.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The targets of links behind their texts: {@code source} of pandoc's Markdown reader, for one
 * text. Not thread-safe: reads the text once for all targets.
 */
final class LinkTargets {

  private static final Pattern NO_SPACE = Pattern.compile("[^ \\n]");

  private final String text;
  private final TextSearch search;

  /** For each quote, where a title fails that begins there. */
  private final Map<Character, Span> untitled = new HashMap<>();

  /** For each parenthesis that may open a target, where its address ends. */
  private int[] addressEnds;

  LinkTargets(String text, TextSearch search) {
    this.text = text;
    this.search = search;
  }

  /** Returns the index behind {@code (target "title")}, or -1 if none begins at the index. */
  int end(int index) {
    if (!text.startsWith("(", index)) {
      return -1;
    }
    int i = TextLines.skipSpaces(text, index + 1);
    int angle = text.startsWith("<", i) ? angleEnd(i) : -1;
    i = angle >= 0 ? angle : addressEnd(index);
    int title = titleEnd(i);
    i = TextLines.skipSpaces(text, title >= 0 ? title : i);
    return text.startsWith(")", i) ? i + 1 : -1;
  }

  private int angleEnd(int start) {
    int end = search.indexOf(">", start);
    int line = search.indexOf("\n", start);
    return end >= 0 && (line < 0 || end < line) ? end + 1 : -1;
  }

  private int addressEnd(int open) {
    if (addressEnds == null) {
      addressEnds = new int[text.length()];
      readAddresses();
    }
    return addressEnds[open];
  }

  /** An address ends at the parenthesis that closes it, at a blank line, or before a title. */
  private void readAddresses() {
    Deque<Integer> openers = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && text.charAt(i + 1) != '\n') {
        i++;
      } else if (c == '(') {
        // An address begins behind its spaces, those around it may end in them.
        int start = TextLines.skipSpaces(text, i + 1);
        if (start > i + 1 && isTitleNext(i + 1)) {
          end(openers, i + 1);
        }
        openers.push(i);
        i = start - 1;
      } else if (c == ')' && !openers.isEmpty()) {
        addressEnds[openers.pop()] = i;
      } else if (!openers.isEmpty()
          && (c == ' ' && isTitleNext(i)
              || c == '\n' && (TextLines.isBlankAt(text, i + 1) || isTitleNext(i)))) {
        end(openers, i);
      }
    }
    end(openers, text.length());
  }

  private void end(Deque<Integer> openers, int index) {
    for (int open : openers) {
      addressEnds[open] = index;
    }
    openers.clear();
  }

  private boolean isTitleNext(int index) {
    int next = search.find(NO_SPACE, index);
    return next < 0 || "\"')".indexOf(text.charAt(next)) >= 0;
  }

  private int titleEnd(int index) {
    int i = TextLines.skipSpaces(text, index);
    if (i < text.length() && text.charAt(i) == '\n') {
      i = TextLines.skipSpaces(text, i + 1);
    }
    char quote = i < text.length() ? text.charAt(i) : ' ';
    Span failed = untitled.getOrDefault(quote, Span.at(0));
    if (quote != '"' && quote != '\'' || failed.start() <= i && i < failed.end()) {
      return -1;
    }
    int end = i + 1;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (c == '\\') {
        end++;
      } else if (c == '\n' && TextLines.isBlankAt(text, end + 1)) {
        break;
      } else if (c == quote
          && (end + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(end + 1)))) {
        return end + 1;
      }
      end++;
    }
    untitled.put(quote, new Span(i, Math.min(end, text.length())));
    return -1;
  }
}
