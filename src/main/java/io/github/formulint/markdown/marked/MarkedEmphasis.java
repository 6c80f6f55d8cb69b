package io.github.formulint.markdown.marked;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Emphasis and strikethrough in a text as marked 18 finds them ({@code emStrong} and {@code del} in
 * its Tokenizer.ts). Code, tags, links and escapes are hidden first. Not thread-safe.
 */
final class MarkedEmphasis {

  /**
   * An element.
   *
   * @param start where its text begins
   * @param end where its text ends
   * @param after where the element ends
   */
  record Inner(int start, int end, int after) {}

  private static final String SPACE = "\\s\\p{Z}\\uFEFF";
  private static final String PUNCTUATION = "(?!~)[\\p{P}\\p{S}]";
  private static final String PUNCTUATION_OR_SPACE = "(?!~)[" + SPACE + "\\p{P}\\p{S}]";
  private static final String WORD = "(?:[^" + SPACE + "\\p{P}\\p{S}]|~)";

  private static final Pattern STARS = closers('*', true);
  private static final Pattern UNDERSCORES = closers('_', false);
  private static final Pattern TILDES =
      plain(
          "^[^~]+(?=[^~])|(?!~)P(~~?)(?=[Z]|$)|W(~~?)(?!~)(?=S|$)|(?!~)S(~~?)(?=W)"
              + "|[Z](~~?)(?!~)(?=P)|(?!~)P(~~?)(?!~)(?=P)|W(~~?)(?=W)");
  private static final Pattern OPENING_STARS =
      Pattern.compile("\\*+(?:((?!\\*)" + PUNCTUATION + ")|([^" + SPACE + "*]))?");
  private static final Pattern OPENING_UNDERSCORES =
      Pattern.compile("_+(?:((?!_)" + PUNCTUATION + ")|([^" + SPACE + "_]))?");
  private static final Pattern OPENING_TILDES =
      Pattern.compile("~~?(?:((?!~)[\\p{P}\\p{S}])|[^" + SPACE + "~])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\[\\p{P}\\p{S}]");
  private static final Pattern TAG_OR_ADDRESS =
      Pattern.compile("</?[a-zA-Z!?][^<>]*?>|<[^\\s<>]+[@:][^\\s<>]*>");

  private static final String MARKS = "*_~";

  /**
   * Marked looks from each mark that opens nothing to the end of the text. No author writes a text
   * that takes so many steps, or so many for each character; what is left then are no marks.
   */
  private static final int MOST_STEPS = 100_000;

  private static final int MOST_STEPS_PER_CHARACTER = 4;

  private final String text;
  private final String masked;
  private long steps;

  /** For each mark: where its last run begins that can close. */
  private final int[] lastCloser = new int[MARKS.length()];

  private MarkedEmphasis(String text, String masked) {
    this.text = text;
    this.masked = masked;
    this.steps = MOST_STEPS + (long) MOST_STEPS_PER_CHARACTER * text.length();
    for (int i = 0; i < MARKS.length(); i++) {
      lastCloser[i] = lastCloser(masked, MARKS.charAt(i));
    }
  }

  /** Looks through a text. */
  static MarkedEmphasis of(String text) {
    boolean none = text.indexOf('*') < 0 && text.indexOf('_') < 0 && text.indexOf('~') < 0;
    return new MarkedEmphasis(text, none ? text : mask(text));
  }

  /** Returns where marks end that nothing behind them can close; they are text of their own. */
  int orphansEnd(int at) {
    char mark = text.charAt(at);
    int kind = MARKS.indexOf(mark);
    if (kind < 0 || lastCloser[kind] > at) {
      return at;
    }
    int end = at;
    while (end < text.length() && text.charAt(end) == mark) {
      end++;
    }
    return end;
  }

  private static int lastCloser(String masked, char mark) {
    for (int i = masked.lastIndexOf(mark); i > 0; i = masked.lastIndexOf(mark, i - 1)) {
      char before = masked.charAt(i - 1);
      if (before != mark && " \t\n\r\f".indexOf(before) < 0) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Returns the element that begins at a mark.
   *
   * @param at offset of the first mark
   * @param before what stands before it in the same piece of text, or nothing
   */
  Optional<Inner> at(int at, String before) {
    return text.charAt(at) == '~' ? strikethrough(at, before) : emphasis(at, before);
  }

  private Optional<Inner> emphasis(int at, String before) {
    char mark = text.charAt(at);
    Matcher opener =
        (mark == '*' ? OPENING_STARS : OPENING_UNDERSCORES).matcher(text).region(at, text.length());
    if (!opener.lookingAt() || opener.group(1) == null && opener.group(2) == null) {
      return Optional.empty();
    }
    int runStart = at;
    while (runStart > 0 && masked.charAt(runStart - 1) == mark) {
      runStart--;
    }
    String runBefore = runStart == 0 ? "" : lastCharacter(masked, runStart);
    boolean runPunctuation = isPunctuation(runBefore);
    boolean midRun = before.equals(String.valueOf(mark));
    String previous = runStart < at ? runBefore : before;
    boolean previousPunctuation = runStart < at ? runPunctuation : isPunctuation(before);
    if (mark == '_' && opener.group(2) != null && isLetterOrDigit(previous)) {
      return Optional.empty();
    }
    boolean nextIsPunctuation = opener.group(1) != null;
    if (nextIsPunctuation && !previous.isEmpty() && !previousPunctuation) {
      return Optional.empty();
    }
    int size = markLength(opener.group(), mark);
    int runLength = at - runStart + size;
    boolean openerCanClose =
        !runBefore.isBlank() && (nextIsPunctuation || mark == '*' && !runPunctuation);
    return closeEmphasis(at, mark, size, runLength, openerCanClose, midRun);
  }

  private Optional<Inner> closeEmphasis(
      int at, char mark, int size, int runLength, boolean openerCanClose, boolean midRun) {
    Matcher closer =
        (mark == '*' ? STARS : UNDERSCORES).matcher(masked).region(at + size, masked.length());
    int open = size;
    int passed = 0;
    while (steps-- > 0 && closer.find()) {
      int group = matchedGroup(closer);
      if (group == 0) {
        continue;
      }
      int length = closer.group(group).length();
      if (group == 3 || group == 4) {
        open += length;
        continue;
      }
      if ((group >= 5 || openerCanClose) && runLength % 3 != 0 && (runLength + length) % 3 == 0) {
        if (midRun && group >= 5) {
          break;
        }
        passed += length;
        continue;
      }
      open -= length;
      if (open > 0) {
        continue;
      }
      int used = Math.min(length, length + open + passed);
      int first = Character.charCount(closer.group().codePointAt(0));
      int after = closer.start() + first + used;
      int marks = Math.min(size, used) % 2 == 1 ? 1 : 2;
      return Optional.of(new Inner(at + marks, after - marks, after));
    }
    return Optional.empty();
  }

  private Optional<Inner> strikethrough(int at, String before) {
    Matcher opener = OPENING_TILDES.matcher(text).region(at, text.length());
    if (!opener.lookingAt()) {
      return Optional.empty();
    }
    if (opener.group(1) != null && !before.isEmpty() && !isPunctuation(before)) {
      return Optional.empty();
    }
    int size = markLength(opener.group(), '~');
    Matcher closer = TILDES.matcher(masked).region(at + size, masked.length());
    int open = size;
    while (steps-- > 0 && closer.find()) {
      int group = matchedGroup(closer);
      if (group == 0 || closer.group(group).length() != size) {
        continue;
      }
      if (group == 3 || group == 4) {
        open += size;
        continue;
      }
      open -= size;
      if (open > 0) {
        continue;
      }
      int first = Character.charCount(closer.group().codePointAt(0));
      int after = closer.start() + first + size;
      return Optional.of(new Inner(at + size, after - size, after));
    }
    return Optional.empty();
  }

  private static int matchedGroup(Matcher matcher) {
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null && !matcher.group(i).isEmpty()) {
        return i;
      }
    }
    return 0;
  }

  private static int markLength(String opener, char mark) {
    int length = 0;
    while (length < opener.length() && opener.charAt(length) == mark) {
      length++;
    }
    return length;
  }

  private static String lastCharacter(String text, int end) {
    return text.substring(text.offsetByCodePoints(end, -1), end);
  }

  private static boolean isPunctuation(String c) {
    return !c.isEmpty() && c.matches("[\\p{P}\\p{S}" + SPACE + "]");
  }

  private static boolean isLetterOrDigit(String c) {
    return !c.isEmpty() && Character.isLetterOrDigit(c.codePointAt(0));
  }

  /** Hides what marks may not stand in: escapes, links, code, tags, addresses. */
  private static String mask(String text) {
    StringBuilder masked = new StringBuilder(text);
    for (int i = 0; i < masked.length(); ) {
      char c = masked.charAt(i);
      int end = i;
      if (c == '\\') {
        Matcher escape = ESCAPE.matcher(masked).region(i, masked.length());
        end = escape.lookingAt() ? escape.end() : i;
      } else if (c == '`') {
        end = CodeRuns.end(text, i);
      } else if (c == '<') {
        Matcher tag = TAG_OR_ADDRESS.matcher(text).region(i, text.length());
        end = tag.lookingAt() ? tag.end() : i;
      } else if (c == '[') {
        int label = MarkedLinks.labelEnd(text, i);
        int link = label < 0 ? -1 : MarkedLinks.destinationEnd(text, label);
        end = link < 0 ? i : link;
      }
      for (int k = i; k < end; k++) {
        masked.setCharAt(k, c == '\\' ? '+' : k == i ? '[' : k == end - 1 ? ']' : 'a');
      }
      i = Math.max(end, i + 1);
    }
    return masked.toString();
  }

  /** The patterns {@code emStrongRDelimAst} and {@code emStrongRDelimUnd}. */
  private static Pattern closers(char mark, boolean insideWords) {
    String other = mark == '*' ? "__" : "\\*\\*";
    String m = mark == '*' ? "\\*" : "_";
    String pattern =
        "^[^_*]*?O[^_*]*?M[^_*]*?(?=O)|[^M]+(?=[^M])|(?!M)P(M+)(?=[Z]|$)|W(M+)(?!M)(?=S|$)"
            + "|(?!M)S(M+)(?=W)|[Z](M+)(?!M)(?=P)|(?!M)P(M+)(?!M)(?=P)";
    String whole = insideWords ? pattern + "|W(M+)(?=W)" : pattern;
    String marked = whole.replace("M", m).replace("O", other);
    return mark == '*' ? pattern(marked, PUNCTUATION, PUNCTUATION_OR_SPACE, WORD) : plain(marked);
  }

  private static Pattern plain(String pattern) {
    return pattern(
        pattern, "[\\p{P}\\p{S}]", "[" + SPACE + "\\p{P}\\p{S}]", "[^" + SPACE + "\\p{P}\\p{S}]");
  }

  private static Pattern pattern(String pattern, String punctuation, String orSpace, String word) {
    StringBuilder result = new StringBuilder();
    for (char c : pattern.toCharArray()) {
      result.append(
          switch (c) {
            case 'P' -> punctuation;
            case 'S' -> orSpace;
            case 'W' -> word;
            case 'Z' -> SPACE;
            default -> String.valueOf(c);
          });
    }
    return Pattern.compile(result.toString());
  }
}
