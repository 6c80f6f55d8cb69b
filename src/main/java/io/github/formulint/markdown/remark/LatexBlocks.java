package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.Dollars;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.Blank;
import io.github.formulint.markdown.flavor.RegionBlocks.Container;
import io.github.formulint.markdown.flavor.RegionBlocks.Region;
import io.github.formulint.markdown.flavor.RegionBlocks.RegionRule;
import io.github.formulint.source.Span;
import io.github.formulint.tex.MathStyle;
import java.util.Optional;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.block.ParserState;

/**
 * Blocks that Cherry Studio 2 reads besides those of remark-math: an environment between dollars on
 * its lines, dollars on the lines of the TeX, and brackets on lines of their own ({@code
 * latexDirectMath}, {@code latexMultilineDollarMath} and {@code latexBracketBlockMath} in {@code
 * remarkLatexMath.ts}). Without a closer in the same containers there is none. Not thread-safe; one
 * for each document.
 */
final class LatexBlocks implements RegionRule {

  private static final int DEEPEST = 3;

  /** How often the document may be looked through for closers that are not there. */
  private static final int MOST_PASSES = 32;

  private final DocumentText document;
  private final String text;
  private long looked;

  LatexBlocks(DocumentText document) {
    this.document = document;
    this.text = document.text();
  }

  /** Text goes on unless remark-math sees the opener of a fence, which has no other dollar. */
  @Override
  public boolean mayBegin(ParserState state) {
    String line = state.getLine().getContent().toString();
    int start = state.getNextNonSpaceIndex();
    if (state.getIndent() > DEEPEST || line.substring(state.getIndex(), start).indexOf('\t') >= 0) {
      return false;
    }
    boolean isText = state.getActiveBlockParser().getBlock() instanceof Paragraph;
    if (line.startsWith("$$", start)) {
      return !isText || line.indexOf('$', Dollars.runEnd(line, start)) < 0;
    }
    return !isText && line.startsWith("\\[", start);
  }

  @Override
  public Optional<Region> at(int start, Container container) {
    return Optional.empty();
  }

  @Override
  public Optional<Region> at(int start, Node container) {
    Lines lines = new Lines(new ContainerLines(document, container), start);
    int open = Dollars.runEnd(text, start);
    if (open == start) {
      return bracket(lines, start);
    }
    Optional<Region> direct = direct(lines, start, open);
    return direct.isPresent()
        ? direct
        : multiline(new Lines(new ContainerLines(document, container), start), start, open);
  }

  private Optional<Region> direct(Lines lines, int start, int open) {
    String begin = "\\begin{";
    int nameStart = open + begin.length();
    int nameEnd = nameStart;
    while (isNameCharacter(document.at(nameEnd))) {
      nameEnd++;
    }
    if (!text.startsWith(begin, open) || nameEnd == nameStart || document.at(nameEnd) != '}') {
      return Optional.empty();
    }
    String opening = text.substring(open, nameEnd + 1);
    String closing = "\\end{" + text.substring(nameStart, nameEnd) + "}";
    int depth = 1;
    int at = nameEnd + 1;
    do {
      for (; at < lines.end && mayLook(); at++) {
        if (text.startsWith(opening, at)) {
          depth++;
        } else if (text.startsWith(closing, at) && --depth == 0) {
          int close = at + closing.length();
          int end = close + open - start;
          boolean closes =
              text.startsWith(text.substring(start, open), close)
                  && Blank.isSpace(text, end, lines.end);
          return closes ? region(lines, start, open, close, end) : Optional.empty();
        }
      }
      at = lines.next();
    } while (at >= 0);
    return Optional.empty();
  }

  private static boolean isNameCharacter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '*';
  }

  private Optional<Region> multiline(Lines lines, int start, int open) {
    int size = open - start;
    for (int at = open; at < lines.end; at = Math.max(at + 1, Dollars.runEnd(text, at))) {
      if (Dollars.runEnd(text, at) - at == size) {
        return Optional.empty();
      }
    }
    if (open == lines.end) {
      return Optional.empty();
    }
    for (int at = lines.next(); at >= 0; at = lines.next()) {
      boolean seen = false;
      while (at < lines.end && mayLook()) {
        int run = Dollars.runEnd(text, at);
        if (run == at) {
          seen |= document.at(at) != ' ' && document.at(at) != '\t';
          at++;
          continue;
        }
        if (run - at == size) {
          if (!seen) {
            return Optional.empty();
          }
          if (Blank.isSpace(text, run, lines.end)) {
            return region(lines, start, open, at, run);
          }
        }
        at = run;
      }
    }
    return Optional.empty();
  }

  private Optional<Region> bracket(Lines lines, int start) {
    int open = start + 2;
    if (!Blank.isSpace(text, open, lines.end)) {
      return Optional.empty();
    }
    int depth = 1;
    for (int at = lines.next(); at >= 0; at = lines.next()) {
      for (; at < lines.end && mayLook(); at++) {
        if (document.at(at) != '\\' || at + 1 == lines.end) {
          continue;
        }
        at++;
        depth += document.at(at) == '[' ? 1 : document.at(at) == ']' ? -1 : 0;
        if (depth == 0) {
          return Blank.isSpace(text, at + 1, lines.end)
              ? region(lines, start, open, at - 1, at + 1)
              : Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private boolean mayLook() {
    return looked++ < (long) MOST_PASSES * text.length();
  }

  private Optional<Region> region(Lines lines, int start, int open, int close, int end) {
    MappedText tex = lines.text(open, close);
    boolean isBracket = text.charAt(start) == '\\';
    MappedText found = withoutFirstLineEnd(isBracket ? withoutNested(tex, '[') : tex);
    return Optional.of(new Region(MathStyle.DISPLAY, new Span(start, end), found));
  }

  /**
   * Takes brackets of the same kind out of a formula ({@code removeNestedDelimiters}).
   *
   * @param tex what stands between brackets
   * @param open the character of the opening bracket
   */
  static MappedText withoutNested(MappedText tex, char open) {
    char close = open == '(' ? ')' : ']';
    MappedText.Builder result = new MappedText.Builder();
    boolean changed = false;
    int kept = 0;
    for (int i = 0; i + 1 < tex.length(); i++) {
      if (tex.charAt(i) != '\\') {
        continue;
      }
      if (tex.charAt(i + 1) == open || tex.charAt(i + 1) == close) {
        result.append(tex, kept, i);
        kept = i + 2;
        changed = true;
      }
      i++;
    }
    return changed ? result.append(tex, kept, tex.length()).build() : tex;
  }

  /** HTML takes away a line end right behind {@code <pre>}, which holds display formulas. */
  static MappedText withoutFirstLineEnd(MappedText tex) {
    return tex.length() > 0 && tex.charAt(0) == '\n' ? tex.slice(1) : tex;
  }

  /** The lines of a block, the first one that of its opener. */
  private final class Lines {
    private final ContainerLines containers;
    private final int first;
    private int end;

    Lines(ContainerLines containers, int first) {
      this.containers = containers;
      this.first = first;
      this.end = document.lineEnd(first);
    }

    /** Goes to the next line; returns where its content begins, or -1 if there is none. */
    int next() {
      if (end >= text.length() || looked > (long) MOST_PASSES * text.length()) {
        return -1;
      }
      int line = document.afterLineEnd(end);
      int start = containers.contentStart(line);
      if (start >= 0) {
        end = document.lineEnd(start);
      }
      return start;
    }

    MappedText text(int from, int to) {
      MappedText.Builder result = new MappedText.Builder();
      result.append(text, Span.at(from));
      int at = from;
      int lineEnd = document.lineEnd(first);
      while (lineEnd < to) {
        result.append(text, new Span(at, lineEnd));
        int line = document.afterLineEnd(lineEnd);
        result.append('\n', lineEnd, line);
        at = containers.contentStart(line);
        lineEnd = document.lineEnd(at);
      }
      return result.append(text, new Span(at, to)).build();
    }
  }
}
