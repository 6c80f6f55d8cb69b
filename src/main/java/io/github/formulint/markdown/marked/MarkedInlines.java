package io.github.formulint.markdown.marked;

import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.DollarMatch;
import io.github.formulint.markdown.flavor.LineIndents;
import io.github.formulint.markdown.flavor.MathInline;
import io.github.formulint.markdown.flavor.ParsedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Cuts the text of a block into pieces as marked does and asks for a formula where each begins. The
 * order is that of {@code inlineTokens} in {@code Lexer.ts} of marked 18: formula, escape, tag,
 * link, emphasis, code, line break, strikethrough, address, text. A piece of text goes on up to
 * what may begin one of the others, or up to where marked-katex-extension says that a formula
 * begins. Not thread-safe.
 */
final class MarkedInlines implements InlineParser {

  /** Elements nested deeper than this are text. */
  private static final int MAX_NESTING = 100;

  private static final Pattern TAG =
      Pattern.compile(
          "<!--(?:-?>|[\\s\\S]*?-->)|</[a-zA-Z][a-zA-Z0-9-]*\\s*>"
              + "|<[a-zA-Z][a-zA-Z0-9-]*(?:\\s+[a-zA-Z:_][\\w.:-]*(?:\\s*=\\s*\"[^\"]*\""
              + "|\\s*=\\s*'[^']*'|\\s*=\\s*[^\\s\"'=<>`]+)?)*?\\s*/?>"
              + "|<\\?[\\s\\S]*?\\?>|<![a-zA-Z]+\\s[\\s\\S]*?>|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>");

  private static final Pattern AUTOLINK =
      Pattern.compile(
          "<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\\s\\x00-\\x1f<>]*"
              + "|[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9.-]+)>");

  private static final Pattern LINE_BREAK = Pattern.compile("(?: {2,}|\\\\)\\n(?!\\s*$)[ \\t]*");

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(?i:https?|ftp)://|www\\.)(?:[a-zA-Z0-9-]++\\.?)++[^\\s<]*+");

  /** What an address does not end with, unless more of it follows. */
  private static final Pattern ADDRESS_PART =
      Pattern.compile(
          "(?:[^?!.,:;*_'\"~()&]++|\\([^)]*\\)|&(?![a-zA-Z0-9]+;$)|[?!.,:;*_'\"~)]++(?!$))+");

  /** Where a piece of text may end, besides before a formula. */
  private static final Pattern STOP =
      Pattern.compile("[\\\\<!\\[`*~_]|(?i:https?|ftp)://|(?<![^\\s*_~(])www\\.|(?<=[^ ]) {2,}\\n");

  private static final String ESCAPABLE = "!\"#$%&'()*+,-./:;<=>?@[]\\^_`{|}~";

  private final DocumentText document;
  private final InlineParserContext context;

  /**
   * Makes the parser.
   *
   * @param document the document that is parsed
   * @param context what the parser of blocks knows about links
   */
  MarkedInlines(DocumentText document, InlineParserContext context) {
    this.document = document;
    this.context = context;
  }

  @Override
  public void parse(SourceLines lines, Node node) {
    MappedText text = ParsedText.of(document, lines.getLines());
    LineIndents indents = new LineIndents(document, node, LineIndents.Laziness.LEAVES_INDENT);
    Piece piece = new Piece(indents.restore(text, 0, text.length()), 0, false);
    piece.read();
    piece.found.forEach(node::appendChild);
  }

  /** A text that marked looks at by itself. */
  private final class Piece {
    private final MappedText mapped;
    private final String text;
    private final int depth;
    private final boolean inLink;
    private final MarkedDollars dollars;
    private final MarkedEmphasis emphasis;
    private final List<MathInline> found = new ArrayList<>();
    private final Matcher stop;
    private final boolean hasParenthesis;
    private boolean holdsLink;

    /** Where text that goes on here must stop at the latest. */
    private int nextStop = -1;

    private String before = "";

    Piece(MappedText mapped, int depth, boolean inLink) {
      this.mapped = mapped;
      this.text = mapped.toString();
      this.depth = depth;
      this.inLink = inLink;
      this.dollars = new MarkedDollars(text);
      this.emphasis = MarkedEmphasis.of(text);
      this.stop = STOP.matcher(text);
      this.hasParenthesis = text.indexOf(')') >= 0;
    }

    void read() {
      int at = 0;
      while (at < text.length()) {
        int end = emphasis.orphansEnd(at);
        if (end > at) {
          before = text.substring(at, at + 1);
          at = end;
          continue;
        }
        end = element(at);
        if (end > at) {
          before = "";
        } else {
          end = textEnd(at);
          char last = text.charAt(end - 1);
          before = last == '_' ? before : String.valueOf(last);
        }
        at = end;
      }
    }

    /** Returns where the element ends that begins at an offset, or the offset if none does. */
    private int element(int at) {
      char c = text.charAt(at);
      return switch (c) {
        case '$' -> formula(at);
        case '\\' -> escape(at);
        case '<' -> angle(at);
        case '[', '!' -> link(at);
        case '*', '_', '~' -> emphasised(at);
        case '`' -> CodeRuns.end(text, at);
        case ' ' -> end(LINE_BREAK, at);
        case 'h', 'H', 'f', 'F', 'w' -> inLink ? at : address(at);
        default -> at;
      };
    }

    private int formula(int at) {
      Optional<DollarMatch.Found> match = dollars.at(at);
      match.ifPresent(formula -> found.add(new MathInline(mapped, formula)));
      return match.map(DollarMatch.Found::end).orElse(at);
    }

    private int escape(int at) {
      boolean escapes = at + 1 < text.length() && ESCAPABLE.indexOf(text.charAt(at + 1)) >= 0;
      return escapes ? at + 2 : end(LINE_BREAK, at);
    }

    private int angle(int at) {
      int tag = end(TAG, at);
      return tag > at ? tag : end(AUTOLINK, at);
    }

    private int end(Pattern pattern, int at) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      return matcher.lookingAt() ? matcher.end() : at;
    }

    private int address(int at) {
      int end = end(ADDRESS, at);
      if (end == at || text.charAt(at) == 'w' && !opensWww(at)) {
        return at;
      }
      String address = text.substring(at, end);
      while (true) {
        Matcher part = ADDRESS_PART.matcher(address);
        String shorter = part.find() ? part.group() : "";
        if (shorter.equals(address)) {
          return at + address.length();
        }
        address = shorter;
      }
    }

    private boolean opensWww(int at) {
      return at == 0 || " \t\n*_~(".indexOf(text.charAt(at - 1)) >= 0;
    }

    private int link(int at) {
      boolean image = text.charAt(at) == '!';
      int bracket = image ? at + 1 : at;
      if (depth >= MAX_NESTING || bracket >= text.length() || text.charAt(bracket) != '[') {
        return at;
      }
      int labelEnd = MarkedLinks.labelEnd(text, bracket);
      int end = labelEnd >= 0 && hasParenthesis ? MarkedLinks.destinationEnd(text, labelEnd) : -1;
      if (end >= 0 && take(bracket + 1, labelEnd, image)) {
        return end;
      }
      return end >= 0 ? at : reference(at, bracket, labelEnd, image);
    }

    /** A reference to nothing is a piece of its own, one character long. */
    private int reference(int at, int bracket, int labelEnd, boolean image) {
      int full = labelEnd < 0 ? -1 : MarkedLinks.referenceEnd(text, labelEnd + 1);
      int alone = MarkedLinks.referenceEnd(text, bracket);
      if (full < 0 && alone < 0) {
        return at;
      }
      String label =
          full >= 0
              ? text.substring(labelEnd + 2, full - 1)
              : text.substring(bracket + 1, alone - 1);
      if (context.getDefinition(LinkReferenceDefinition.class, label) == null) {
        return at + 1;
      }
      int textEnd = full >= 0 ? labelEnd : alone - 1;
      int end = full >= 0 ? full : text.startsWith("[]", alone) ? alone + 2 : alone;
      return take(bracket + 1, textEnd, image) ? end : at;
    }

    /** Reads the text of a link; there is none if it holds a link itself. */
    private boolean take(int start, int end, boolean image) {
      Piece label = new Piece(mapped.slice(start, end), depth + 1, true);
      label.read();
      if (!image && label.holdsLink) {
        return false;
      }
      holdsLink |= !image;
      found.addAll(label.found);
      return true;
    }

    private int emphasised(int at) {
      Optional<MarkedEmphasis.Inner> inner =
          depth >= MAX_NESTING ? Optional.empty() : emphasis.at(at, before);
      if (inner.isEmpty()) {
        return at;
      }
      Piece content =
          new Piece(mapped.slice(inner.get().start(), inner.get().end()), depth + 1, inLink);
      content.read();
      holdsLink |= content.holdsLink;
      found.addAll(content.found);
      return inner.get().after();
    }

    private int textEnd(int at) {
      int first = at + 1;
      char c = text.charAt(at);
      while ((c == '`' || c == '~') && first < text.length() && text.charAt(first) == c) {
        first++;
      }
      if (nextStop < first) {
        nextStop = stop.find(Math.min(first, text.length())) ? stop.start() : text.length();
      }
      int end = nextStop;
      int formula = dollars.startBehind(at);
      return formula < 0 ? end : Math.min(end, Math.max(at + 1, formula));
    }
  }
}
