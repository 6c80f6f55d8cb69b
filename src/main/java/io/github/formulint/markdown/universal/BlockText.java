package io.github.formulint.markdown.universal;

import io.github.formulint.markdown.OffsetMap;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commonmark.parser.SourceLine;

/**
 * The text of a block without what its containers put before each line, and where each code unit of
 * it stands in the document. Lines end with {@code \n}. Immutable and thread-safe.
 */
final class BlockText {

  /** What U+0000 is read as (CommonMark 0.31.2, section 2.3). */
  private static final char REPLACEMENT = '\uFFFD';

  private final DocumentText document;
  private final String content;
  private final int[] lineKeys;
  private final int[] lineStarts;
  private final int[] pieceStarts;
  private final int[] pieceSources;
  private final int sourceEnd;

  private BlockText(
      DocumentText document, String content, Lines lines, Pieces pieces, int sourceEnd) {
    this.document = document;
    this.content = content;
    this.lineKeys = lines.keys.toArray();
    this.lineStarts = lines.starts.toArray();
    this.pieceStarts = pieces.starts.toArray();
    this.pieceSources = pieces.sources.toArray();
    this.sourceEnd = sourceEnd;
  }

  /**
   * Returns the text of some lines as the parser hands them out.
   *
   * @param document the document they stand in
   * @param lines the lines, in order; one without a source span must follow another line
   */
  static BlockText of(DocumentText document, List<SourceLine> lines) {
    StringBuilder content = new StringBuilder();
    Lines index = new Lines();
    Pieces pieces = new Pieces();
    int at = document.parsedFrom();
    for (SourceLine line : lines) {
      if (!index.isEmpty()) {
        int lineEnd = document.lineEnd(at);
        int next = document.afterLineEnd(lineEnd);
        pieces.add(content.length(), Math.max(lineEnd, next - 1));
        content.append('\n');
        at = next;
      }
      if (line.getSourceSpan() == null) {
        index.add(at, content.length());
      } else {
        at = document.startOf(line.getSourceSpan());
        index.add(at, content.length());
        at = addLine(document, line, content, pieces);
      }
    }
    return new BlockText(document, content.toString(), index, pieces, at);
  }

  /** Adds a line and returns where it ends in the document. */
  private static int addLine(
      DocumentText document, SourceLine line, StringBuilder content, Pieces pieces) {
    int at = document.startOf(line.getSourceSpan());
    int end = at + line.getSourceSpan().getLength();
    String text = line.getContent().toString();
    if (text.indexOf('|') < 0 && text.indexOf('\0') < 0) {
      if (!text.isEmpty()) {
        pieces.add(content.length(), at);
        content.append(text);
      }
      return Math.max(at + text.length(), Math.min(end, document.text().length()));
    }
    for (int i = 0; i < text.length(); i++) {
      // The parser takes the backslash from \| in the cells of a table.
      if (text.charAt(i) == '|' && document.at(at) == '\\' && document.at(at + 1) == '|') {
        at++;
      }
      pieces.add(content.length(), at);
      content.append(text.charAt(i) == '\0' ? REPLACEMENT : text.charAt(i));
      at++;
    }
    return Math.max(at, Math.min(end, document.text().length()));
  }

  /** Returns the text. */
  String content() {
    return content;
  }

  /** Returns the document the text stands in. */
  DocumentText document() {
    return document;
  }

  /**
   * Returns the offset in this text of what the parser finds at an offset of the document. The
   * parser counts from the start of the line, as if nothing had been taken away inside it.
   *
   * @param parserOffset offset into the whole document
   */
  int indexOf(int parserOffset) {
    int found = Arrays.binarySearch(lineKeys, parserOffset);
    int line = found >= 0 ? found : -found - 2;
    return lineStarts[line] + parserOffset - lineKeys[line];
  }

  /**
   * Returns where a code unit stands in the document.
   *
   * @param index offset into this text, from 0 to its length
   */
  int toSource(int index) {
    if (index >= content.length()) {
      return sourceEnd;
    }
    int piece = pieceAt(index);
    return pieceSources[piece] + index - pieceStarts[piece];
  }

  /** Returns the span in the document from one code unit to the one before another. */
  Span span(int start, int end) {
    int from = toSource(start);
    return end <= start ? Span.at(from) : new Span(from, toSource(end - 1) + 1);
  }

  /** Returns the map of a part of this text. */
  OffsetMap offsets(int start, int end) {
    if (end <= start) {
      return OffsetMap.contiguous(Span.at(toSource(start)));
    }
    List<OffsetMap.Piece> pieces = new ArrayList<>();
    pieces.add(new OffsetMap.Piece(0, toSource(start)));
    for (int i = pieceAt(start) + 1; i < pieceStarts.length && pieceStarts[i] < end; i++) {
      pieces.add(new OffsetMap.Piece(pieceStarts[i] - start, pieceSources[i]));
    }
    return OffsetMap.of(pieces, end - start, toSource(end - 1) + 1);
  }

  private int pieceAt(int index) {
    int found = Arrays.binarySearch(pieceStarts, index);
    return found >= 0 ? found : -found - 2;
  }

  /** Where each line begins, here and in the document. */
  private static final class Lines {
    private final IntList keys = new IntList();
    private final IntList starts = new IntList();

    boolean isEmpty() {
      return keys.size() == 0;
    }

    void add(int key, int start) {
      keys.add(key);
      starts.add(start);
    }
  }

  /** Runs of code units that stand side by side in the document. */
  private static final class Pieces {
    private final IntList starts = new IntList();
    private final IntList sources = new IntList();

    void add(int start, int source) {
      int last = starts.size() - 1;
      if (last < 0 || source - sources.get(last) != start - starts.get(last)) {
        starts.add(start);
        sources.add(source);
      }
    }
  }

  /** A growing list of numbers. */
  private static final class IntList {
    private int[] values = new int[8];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, size * 2);
      }
      values[size++] = value;
    }

    int get(int index) {
      return values[index];
    }

    int size() {
      return size;
    }

    int[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
