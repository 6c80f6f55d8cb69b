package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Text made of a document's source: parts are taken away (the {@code >} of a quote), replaced (an
 * entity by its character) or joined, and each code unit still knows where it stands in the source.
 * All offsets are UTF-16 code units. Immutable and thread-safe.
 */
public final class MappedText implements CharSequence {

  /** No text, at the start of the source. */
  public static final MappedText EMPTY = new MappedText("", new int[0], new int[0], 0, 0, 0);

  /** This text is a part of it, so that taking a part costs nothing. */
  private final String whole;

  private final int[] starts;
  private final int[] ends;
  private final int from;
  private final int length;
  private final int place;

  /** Made when asked for; any thread makes the same. */
  private String string = "";

  private MappedText(String whole, int[] starts, int[] ends, int from, int length, int place) {
    this.whole = whole;
    this.starts = starts;
    this.ends = ends;
    this.from = from;
    this.length = length;
    this.place = place;
  }

  /**
   * Returns a part of the source as it stands.
   *
   * @param source the whole source
   * @param span the part
   */
  public static MappedText of(String source, Span span) {
    return new Builder().append(source, span).build();
  }

  /**
   * Returns where a code unit begins in the source; behind the last one, where the text ends.
   *
   * @param index index of the code unit, from 0 to the length
   */
  public int sourceStart(int index) {
    return index < length ? starts[from + index] : sourceEnd(index - 1);
  }

  /**
   * Returns where a code unit ends in the source.
   *
   * @param index index of the code unit, from -1 (where the text begins) to the length
   */
  public int sourceEnd(int index) {
    if (length == 0) {
      return place;
    }
    return index < 0 ? starts[from] : ends[from + Math.min(index, length - 1)];
  }

  /**
   * Returns the part of the source from the first to the last code unit of a part of this text.
   *
   * @param start index of the first code unit
   * @param end index behind the last code unit
   */
  public Span sourceSpan(int start, int end) {
    return start >= end
        ? Span.at(sourceStart(start))
        : new Span(sourceStart(start), Math.max(sourceStart(start), sourceEnd(end - 1)));
  }

  /**
   * Returns the map from a part of this text to the source.
   *
   * @param start index of the first code unit
   * @param end index behind the last code unit
   */
  public OffsetMap offsets(int start, int end) {
    Span span = sourceSpan(start, end);
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    pieces.add(new OffsetMap.Piece(0, span.start()));
    for (int i = start + 1; i < end; i++) {
      if (sourceStart(i) != sourceStart(i - 1) + 1) {
        pieces.add(new OffsetMap.Piece(i - start, sourceStart(i)));
      }
    }
    return OffsetMap.of(pieces, Math.max(0, end - start), span.end());
  }

  /**
   * Returns whether a part of this text stands in the source in the same order.
   *
   * @param start index of the first code unit
   * @param end index behind the last code unit
   */
  public boolean isInOrder(int start, int end) {
    for (int i = start + 1; i < end; i++) {
      if (sourceStart(i) < sourceStart(i - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns a part of this text.
   *
   * @param start index of the first code unit
   * @param end index behind the last code unit
   */
  public MappedText slice(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    return new MappedText(whole, starts, ends, from + start, end - start, sourceStart(start));
  }

  /**
   * Returns the text from an index on.
   *
   * @param start index of the first code unit
   */
  public MappedText slice(int start) {
    return slice(start, length);
  }

  /** Returns the text without the white space at both ends. */
  public MappedText strip() {
    int start = 0;
    int end = length;
    while (start < end && Character.isWhitespace(charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(charAt(end - 1))) {
      end--;
    }
    return slice(start, end);
  }

  /**
   * Returns this text with another behind it.
   *
   * @param other the other text
   */
  public MappedText plus(MappedText other) {
    return new Builder().append(this).append(other).build();
  }

  /** Returns the lines, without the line feeds between them; always one more than line feeds. */
  public List<MappedText> lines() {
    List<MappedText> lines = new ArrayList<>();
    int start = 0;
    for (int end = indexOf('\n', 0); end >= 0; end = indexOf('\n', start)) {
      lines.add(slice(start, end));
      start = end + 1;
    }
    lines.add(slice(start));
    return lines;
  }

  /**
   * Returns whether a string stands at the start.
   *
   * @param start the string
   */
  public boolean startsWith(String start) {
    return start.length() <= length && whole.startsWith(start, from);
  }

  /**
   * Returns the first index of a character at an index or behind it, or -1.
   *
   * @param c the character
   * @param start the index
   */
  public int indexOf(char c, int start) {
    for (int i = start; i < length; i++) {
      if (charAt(i) == c) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return whole.charAt(from + Objects.checkIndex(index, length));
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    Objects.checkFromToIndex(start, end, length);
    return whole.substring(from + start, from + end);
  }

  /** Returns the text itself; the first call copies it where this is a part of a text. */
  @Override
  public String toString() {
    String made = string;
    if (made.length() != length) {
      made = whole.substring(from, from + length);
      string = made;
    }
    return made;
  }

  /** Puts texts together. Not thread-safe. */
  public static final class Builder {

    private final StringBuilder text = new StringBuilder();
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int place;

    /**
     * Adds a part of the source as it stands.
     *
     * @param source the whole source
     * @param span the part
     */
    public Builder append(String source, Span span) {
      if (text.isEmpty()) {
        place = span.start();
      }
      int length = text.length();
      makeRoom(length + span.length());
      for (int i = span.start(); i < span.end(); i++) {
        starts[length] = i;
        ends[length++] = i + 1;
      }
      text.append(source, span.start(), span.end());
      return this;
    }

    /**
     * Adds a text.
     *
     * @param other the text
     */
    public Builder append(MappedText other) {
      return append(other, 0, other.length());
    }

    /**
     * Adds a part of a text.
     *
     * @param other the text
     * @param start index of the first code unit
     * @param end index behind the last code unit
     */
    public Builder append(MappedText other, int start, int end) {
      if (text.isEmpty()) {
        place = other.sourceStart(start);
      }
      Objects.checkFromToIndex(start, end, other.length);
      int length = text.length();
      makeRoom(length + end - start);
      System.arraycopy(other.starts, other.from + start, starts, length, end - start);
      System.arraycopy(other.ends, other.from + start, ends, length, end - start);
      text.append(other.whole, other.from + start, other.from + end);
      return this;
    }

    /**
     * Adds a code unit that stands for a part of the source.
     *
     * @param c the code unit
     * @param start where the part begins in the source
     * @param end where the part ends in the source
     */
    public Builder append(char c, int start, int end) {
      int length = text.length();
      makeRoom(length + 1);
      starts[length] = start;
      ends[length] = end;
      text.append(c);
      return this;
    }

    /**
     * Adds text that stands for a part of the source.
     *
     * @param replacement the text
     * @param start where the part begins in the source
     * @param end where the part ends in the source
     */
    public Builder append(String replacement, int start, int end) {
      for (int i = 0; i < replacement.length(); i++) {
        append(replacement.charAt(i), i == 0 ? start : end, end);
      }
      return this;
    }

    /**
     * Takes code units away from the end.
     *
     * @param length how many stay
     */
    public Builder truncate(int length) {
      text.setLength(length);
      return this;
    }

    /**
     * Returns the last code unit.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public char last() {
      return text.charAt(text.length() - 1);
    }

    /** Returns the number of code units added so far. */
    public int length() {
      return text.length();
    }

    private void makeRoom(int length) {
      if (length > starts.length) {
        int size = Math.max(length, 2 * starts.length);
        starts = Arrays.copyOf(starts, size);
        ends = Arrays.copyOf(ends, size);
      }
    }

    /** Returns the text; nothing may be added any more. */
    public MappedText build() {
      return new MappedText(text.toString(), starts, ends, 0, text.length(), place);
    }
  }
}
