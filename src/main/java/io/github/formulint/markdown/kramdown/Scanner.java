package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.TextSearch;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a text, and expressions tried at it: Ruby's {@code StringScanner}, for which every
 * place is the start of a line.
 */
final class Scanner {

  final MappedText text;
  private final String string;
  private final TextSearch search;
  private int position;

  Scanner(MappedText text) {
    this.text = text;
    this.string = text.toString();
    this.search = new TextSearch(string);
  }

  int position() {
    return position;
  }

  void moveTo(int place) {
    position = place;
  }

  boolean isAtEnd() {
    return position >= string.length();
  }

  /** Tries an expression here. */
  Optional<MatchResult> check(Pattern pattern) {
    Matcher matcher = matcher(pattern);
    return matcher.lookingAt() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
  }

  boolean at(Pattern pattern) {
    return matcher(pattern).lookingAt();
  }

  /** Tries an expression here, and goes behind what it matches. */
  Optional<MatchResult> scan(Pattern pattern) {
    Optional<MatchResult> match = check(pattern);
    match.ifPresent(found -> position = found.end());
    return match;
  }

  /** Returns the first place of a string here or later, or -1. */
  int indexOf(String mark) {
    return search.indexOf(mark, position);
  }

  /** Returns where an expression first matches here or later, or -1. */
  int find(Pattern pattern) {
    return search.find(pattern, position);
  }

  /** Returns whether the end of a fence stands here or later. */
  boolean hasFenceEnd() {
    return find(Syntax.FENCE_END) >= 0;
  }

  MappedText slice(int start, int end) {
    return text.slice(start, end);
  }

  private Matcher matcher(Pattern pattern) {
    return pattern.matcher(string).region(position, string.length());
  }
}
