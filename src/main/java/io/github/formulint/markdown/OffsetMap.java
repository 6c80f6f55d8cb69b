package io.github.formulint.markdown;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each code unit of a formula's TeX stands in the source. Quotes, lists and tables take
 * characters away, so the TeX is made of pieces: inside a piece both sides go on one by one,
 * between pieces the source skips some, or stands still where one character became several (a tab
 * that became spaces). Immutable and thread-safe.
 */
public final class OffsetMap {

  /**
   * A run of TeX that stands unchanged in the source.
   *
   * @param tex offset of its first code unit in the TeX, in UTF-16 code units
   * @param source offset of its first code unit in the source, in UTF-16 code units
   */
  public record Piece(int tex, int source) {}

  private final int[] tex;
  private final int[] source;
  private final int texLength;
  private final int sourceEnd;

  private OffsetMap(int[] tex, int[] source, int texLength, int sourceEnd) {
    this.tex = tex;
    this.source = source;
    this.texLength = texLength;
    this.sourceEnd = sourceEnd;
  }

  /**
   * Returns the map of TeX that stands in the source as it is.
   *
   * @param span where it stands
   */
  public static OffsetMap contiguous(Span span) {
    return of(List.of(new Piece(0, span.start())), span.length(), span.end());
  }

  /**
   * Returns the map of TeX made of pieces.
   *
   * @param pieces the pieces in order; the first begins at TeX offset 0, no offset falls
   * @param texLength length of the TeX in UTF-16 code units
   * @param sourceEnd offset in the source behind the last code unit of the TeX
   * @throws IllegalArgumentException if the pieces are not in order
   */
  public static OffsetMap of(List<Piece> pieces, int texLength, int sourceEnd) {
    List<Piece> kept = new ArrayList<>(pieces.size());
    for (Piece piece : pieces) {
      boolean first = kept.isEmpty();
      if (first ? piece.tex != 0 : !isBehind(piece, kept.get(kept.size() - 1))) {
        throw new IllegalArgumentException("pieces out of order: " + pieces);
      }
      if (first || !continues(piece, kept.get(kept.size() - 1))) {
        kept.add(piece);
      }
    }
    if (kept.isEmpty()) {
      throw new IllegalArgumentException("no pieces");
    }
    int[] tex = new int[kept.size()];
    int[] source = new int[kept.size()];
    for (int i = 0; i < tex.length; i++) {
      tex[i] = kept.get(i).tex;
      source[i] = kept.get(i).source;
    }
    return new OffsetMap(tex, source, texLength, sourceEnd);
  }

  private static boolean isBehind(Piece piece, Piece before) {
    return piece.tex >= before.tex && piece.source >= before.source;
  }

  private static boolean continues(Piece piece, Piece before) {
    return piece.source - before.source == piece.tex - before.tex;
  }

  /**
   * Returns where a code unit of the TeX stands in the source. The offset behind the last code unit
   * is the end of the TeX in the source.
   *
   * @param texOffset offset in the TeX, from 0 to its length; others are taken to the nearest end
   */
  public int toSource(int texOffset) {
    if (texOffset >= texLength) {
      return sourceEnd;
    }
    int offset = Math.max(0, texOffset);
    int found = Arrays.binarySearch(tex, offset);
    int piece = found >= 0 ? lastAt(found, offset) : -found - 2;
    int next = piece + 1 < source.length ? source[piece + 1] : sourceEnd;
    return Math.min(next, source[piece] + offset - tex[piece]);
  }

  /**
   * Returns the span in the source that a span of the TeX covers. What was taken away between two
   * pieces lies inside it only if the span holds code units on both sides.
   *
   * @param texSpan a span of the TeX
   */
  public Span toSource(Span texSpan) {
    int start = toSource(texSpan.start());
    if (texSpan.isEmpty()) {
      return Span.at(start);
    }
    int last = Math.min(texSpan.end(), texLength) - 1;
    int end = last < texSpan.start() ? start : Math.min(sourceEnd, toSource(last) + 1);
    return new Span(start, Math.max(start, end));
  }

  /**
   * Returns the offset in the TeX of a code unit of the source; of one that was taken away, that of
   * the TeX behind it.
   *
   * @param sourceOffset offset in the source; others than those of the TeX are taken to its nearest
   *     end
   */
  public int toTex(int sourceOffset) {
    for (int i = tex.length - 1; i >= 0; i--) {
      if (sourceOffset >= source[i]) {
        int end = i + 1 < tex.length ? tex[i + 1] : texLength;
        return Math.min(end, tex[i] + sourceOffset - source[i]);
      }
    }
    return 0;
  }

  /** Returns the pieces, in order; at least one. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>(tex.length);
    for (int i = 0; i < tex.length; i++) {
      pieces.add(new Piece(tex[i], source[i]));
    }
    return List.copyOf(pieces);
  }

  /** Returns the length of the TeX in UTF-16 code units. */
  public int texLength() {
    return texLength;
  }

  private int lastAt(int found, int offset) {
    int piece = found;
    while (piece + 1 < tex.length && tex[piece + 1] == offset) {
      piece++;
    }
    return piece;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OffsetMap map
        && texLength == map.texLength
        && sourceEnd == map.sourceEnd
        && Arrays.equals(tex, map.tex)
        && Arrays.equals(source, map.source);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(tex) + Arrays.hashCode(source) + texLength;
  }

  @Override
  public String toString() {
    return pieces().toString();
  }
}
