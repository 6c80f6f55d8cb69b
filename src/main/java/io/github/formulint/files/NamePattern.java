package io.github.formulint.files;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A pattern of one name, without a slash: {@code *}, {@code ?}, sets in brackets and characters
 * after a backslash, as in {@code gitignore(5)} and {@code fnmatch(3)}. A name is compared in time
 * that grows with the product of both lengths at most, whatever the pattern. Immutable.
 */
final class NamePattern {

  /** A set of characters up to here is looked up, the ranges beyond are compared. */
  private static final int LOOKED_UP = 0x100;

  /** One place of the pattern. */
  private interface Part {

    /** Returns whether a character may stand here. */
    boolean takes(char c);
  }

  /** Stands for any number of any characters. */
  private static final Part STAR = c -> true;

  private static final Part ANY = c -> true;

  /** A range of characters. */
  private record Range(char first, char last) {}

  /** What stands between brackets. */
  private record CharacterSet(BitSet low, List<Range> ranges, boolean isNegated) implements Part {

    @Override
    public boolean takes(char c) {
      boolean isIn = c < LOOKED_UP ? low.get(c) : isInRange(c);
      return isIn != isNegated;
    }

    private boolean isInRange(char c) {
      for (Range range : ranges) {
        if (c >= range.first() && c <= range.last()) {
          return true;
        }
      }
      return false;
    }
  }

  private final List<Part> parts;

  private NamePattern(List<Part> parts) {
    this.parts = parts;
  }

  /** Returns the pattern; nothing if its brackets are never closed, so that it means no name. */
  static Optional<NamePattern> of(String pattern) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == '*') {
        if (parts.isEmpty() || parts.get(parts.size() - 1) != STAR) {
          parts.add(STAR);
        }
        at++;
      } else if (c == '?') {
        parts.add(ANY);
        at++;
      } else if (c == '[') {
        int end = endOfSet(pattern, at);
        if (end < 0) {
          return Optional.empty();
        }
        Optional<Part> set = set(pattern.substring(at + 1, end));
        if (set.isEmpty()) {
          return Optional.empty();
        }
        parts.add(set.get());
        at = end + 1;
      } else {
        boolean isEscape = c == '\\' && at + 1 < pattern.length();
        char meant = isEscape ? pattern.charAt(at + 1) : c;
        parts.add(other -> other == meant);
        at += isEscape ? 2 : 1;
      }
    }
    return Optional.of(new NamePattern(List.copyOf(parts)));
  }

  /** Returns where the bracket that closes a set stands, or -1. A first one is part of the set. */
  private static int endOfSet(String pattern, int open) {
    int at = open + 1;
    if (at < pattern.length() && isNegation(pattern.charAt(at))) {
      at++;
    }
    int first = at;
    while (at < pattern.length()) {
      char c = pattern.charAt(at);
      if (c == ']' && at > first) {
        return at;
      }
      if (c == '\\') {
        at++;
      } else if (pattern.startsWith("[:", at)) {
        int close = pattern.indexOf(":]", at + 2);
        at = close < 0 ? at : close + 1;
      }
      at++;
    }
    return -1;
  }

  private static boolean isNegation(char c) {
    return c == '!' || c == '^';
  }

  private static Optional<Part> set(String content) {
    boolean isNegated = isNegation(content.charAt(0));
    BitSet low = new BitSet(LOOKED_UP);
    List<Range> ranges = new ArrayList<>();
    int at = isNegated ? 1 : 0;
    while (at < content.length()) {
      if (content.startsWith("[:", at) && content.indexOf(":]", at + 2) > 0) {
        int end = content.indexOf(":]", at + 2);
        if (!addClass(content.substring(at + 2, end), low)) {
          return Optional.empty();
        }
        at = end + 2;
        continue;
      }
      at += content.charAt(at) == '\\' && at + 1 < content.length() ? 1 : 0;
      char first = content.charAt(at++);
      char last = first;
      if (at + 1 < content.length() && content.charAt(at) == '-') {
        at++;
        at += content.charAt(at) == '\\' && at + 1 < content.length() ? 1 : 0;
        last = content.charAt(at++);
      }
      for (int c = first; c <= last && c < LOOKED_UP; c++) {
        low.set(c);
      }
      ranges.add(new Range(first, last));
    }
    return Optional.of(new CharacterSet(low, List.copyOf(ranges), isNegated));
  }

  /** Adds the ASCII characters of a class; returns false if there is none of that name. */
  private static boolean addClass(String name, BitSet low) {
    String letters = "abcdefghijklmnopqrstuvwxyz";
    String digits = "0123456789";
    String punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    String capitals = letters.toUpperCase(Locale.ROOT);
    String members =
        switch (name) {
          case "alpha" -> letters + capitals;
          case "lower" -> letters;
          case "upper" -> capitals;
          case "digit" -> digits;
          case "alnum" -> letters + capitals + digits;
          case "xdigit" -> digits + "abcdefABCDEF";
          case "punct" -> punctuation;
          case "blank" -> " \t";
          case "space" -> " \t\n\013\f\r";
          case "graph" -> letters + capitals + digits + punctuation;
          case "print" -> letters + capitals + digits + punctuation + " ";
          case "cntrl" -> "";
          default -> null;
        };
    if (members == null) {
      return false;
    }
    members.chars().forEach(low::set);
    if (name.equals("cntrl")) {
      low.set(0, ' ');
      low.set(0x7F);
    }
    return true;
  }

  /**
   * Returns whether a part of a path is a name that is meant.
   *
   * @param path the path
   * @param start where the name begins
   * @param end where it ends
   */
  boolean matches(String path, int start, int end) {
    int at = start;
    int part = 0;
    // Only the last star can be of use to go back to: what stands before it has found its place.
    int star = -1;
    int resume = start;
    while (at < end) {
      if (part < parts.size() && parts.get(part) == STAR) {
        star = part++;
        resume = at;
      } else if (part < parts.size() && parts.get(part).takes(path.charAt(at))) {
        part++;
        at++;
      } else if (star >= 0) {
        part = star + 1;
        at = ++resume;
      } else {
        return false;
      }
    }
    while (part < parts.size() && parts.get(part) == STAR) {
      part++;
    }
    return part == parts.size();
  }
}
