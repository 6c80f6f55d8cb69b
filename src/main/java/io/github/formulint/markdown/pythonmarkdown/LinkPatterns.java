package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links and images of a text, as far as formulas are lost in them: the targets of both, the
 * text of images, and comments. Immutable.
 *
 * @param references the names of the link references, in lower case
 */
record LinkPatterns(Set<String> references) {

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);

  private static final Pattern ANGLE_TARGET =
      Pattern.compile("\\(\\s*(?:<[^<>]*>)\\s*(?:(?:'[^']*'|\"[^\"]*\")\\s*)?\\)");

  /** Returns the places of the stashed characters that do not get onto the page. */
  List<Integer> lost(MappedText text) {
    String string = text.toString();
    List<Integer> lost = new ArrayList<>();
    if (string.indexOf(InlinePatterns.STASHED) < 0) {
      return lost;
    }
    Matcher comment = COMMENT.matcher(string);
    while (comment.find()) {
      lose(string, comment.start(), comment.end(), lost);
    }
    if (string.indexOf('[') >= 0) {
      findLinks(string, lost);
    }
    return lost;
  }

  private void findLinks(String text, List<Integer> lost) {
    int[] closers = closers(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        continue;
      }
      if (c != '[' || closers[i] < 0) {
        continue;
      }
      boolean image = i > 0 && text.charAt(i - 1) == '!';
      int close = closers[i];
      int end = close + 1;
      if (text.startsWith("(", end)) {
        end = targetEnd(text, end);
      } else {
        end = referenceEnd(text, i, close);
      }
      if (end >= 0) {
        lose(text, image ? i : close, end, lost);
        i = image ? end - 1 : i;
      }
    }
  }

  private static void lose(String text, int start, int end, List<Integer> lost) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) == InlinePatterns.STASHED) {
        lost.add(i);
      }
    }
  }

  /** Returns for each bracket the one that closes it, or -1. */
  private static int[] closers(String text) {
    int[] closers = new int[text.length()];
    java.util.Arrays.fill(closers, -1);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '[') {
        open.add(i);
      } else if (c == ']' && !open.isEmpty()) {
        closers[open.remove(open.size() - 1)] = i;
      }
    }
    return closers;
  }

  private int referenceEnd(String text, int open, int close) {
    String label = text.substring(open + 1, close).toLowerCase(Locale.ROOT);
    int next = close + 1;
    if (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    if (text.startsWith("[", next)) {
      int end = text.indexOf(']', next);
      if (end >= 0) {
        String id = text.substring(next + 1, end).toLowerCase(Locale.ROOT);
        id = (id.isEmpty() ? label : id).replaceAll("\\s+", " ");
        if (references.contains(id)) {
          return end + 1;
        }
      }
    }
    return references.contains(label.replaceAll("\\s+", " ")) ? close + 1 : -1;
  }

  /** {@code getLink}: parentheses are balanced; a title may hold others. */
  private static int targetEnd(String text, int open) {
    Matcher angle = ANGLE_TARGET.matcher(text).region(open, text.length());
    if (angle.lookingAt()) {
      return angle.end();
    }
    int depth = 0;
    char quote = 0;
    char last = 0;
    int fallback = -1;
    int fallbackDepth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        if (quote == 0) {
          depth++;
        } else {
          fallbackDepth++;
        }
      } else if (c == ')') {
        if (quote != 0 && last == quote) {
          return i + 1;
        }
        if (quote == 0 && --depth == 0) {
          return i + 1;
        }
        if (quote != 0 && --fallbackDepth == 0 && fallback < 0) {
          fallback = i + 1;
        }
      } else if ((c == '"' || c == '\'') && quote == 0 && depth > 0) {
        quote = c;
        fallbackDepth = depth;
        last = 0;
        continue;
      }
      if (c != ' ') {
        last = c;
      }
    }
    return fallback;
  }
}
