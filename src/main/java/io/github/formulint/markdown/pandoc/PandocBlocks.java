package io.github.formulint.markdown.pandoc;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.markdown.pandoc.PandocInlines.Breaks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block parsers of pandoc's Markdown ({@code Text.Pandoc.Readers.Markdown}), in their order,
 * for one text: a document, or what a quote, list item or note holds. Not thread-safe.
 */
final class PandocBlocks {

  /** Deeper nesting is text. */
  private static final int MAX_DEPTH = 100;

  private static final Pattern FENCE_INFO =
      Pattern.compile(" *(?:\\{[^}\\n]*\\}|[^\\s`{]\\S*(?: *\\{[^}\\n]*\\})?)? *(?=\\n|\\z)");
  private static final Pattern DIV =
      Pattern.compile(":::++ *+(?:\\{[^}\\n]*\\}|[^\\s:]\\S*)? *:* *(?=\\n|\\z)");
  private static final Pattern SETEXT = Pattern.compile("[=-]+ *(?=\\n|\\z)");
  private static final Pattern HEADING_END =
      Pattern.compile("#* *(?:\\{[^}\\n]*\\})? *(?=\\n|\\z)");
  private static final Pattern YAML_KEY =
      Pattern.compile(" *(?:#|[\\w\"'.-][^\\n:]*:(?: |\\n|\\z)|\\{|\\.\\.\\.)");
  private static final Pattern NOTE = Pattern.compile(" {0,3}\\[\\^([^\\s\\]]+)\\]:");
  private static final Pattern REFERENCE =
      Pattern.compile(
          " {0,3}\\[(?!\\^|@)(?:[^\\[\\]\\\\\\n]++|\\\\.|\\n(?! *\\n))++\\]: *\\n? *(?!\\[)"
              + "(?:<[^>\\n]*>|[^\\s\"'(]\\S*(?: +[^\\s\"'(]\\S*)*)"
              + "(?: *\\n? *(?:\"[^\\n]*\"|'[^\\n]*'|\\([^\\n]*\\)))?(?: *\\{[^}\\n]*\\})? *(?=\\n|\\z)");
  private static final Pattern DEFINITION = Pattern.compile(" {0,3}[:~] +(?=\\S)");
  private static final Pattern TABLE_BREAK =
      Pattern.compile(" {0,3}(\\|?)[ ]*:?-+:? *(?:[|+] *+:?-++:? *+)*+\\|? *(?=\\n|\\z)");

  private final MappedText mapped;
  private final String text;
  private final PandocState state;
  private final FormulaContext context;
  private final boolean inList;
  private final int depth;
  private final PandocInlines inlines;
  private final Map<Character, Unclosed> unclosedFences = new HashMap<>();
  private int divs;

  /** From an index on, no fence closes that is as long as this or longer. */
  private record Unclosed(int length, int from) {}

  private PandocBlocks(
      MappedText mapped, PandocState state, FormulaContext context, boolean inList, int depth) {
    this.mapped = mapped;
    this.text = mapped.toString();
    this.state = state;
    this.context = context;
    this.inList = inList;
    this.depth = depth;
    this.inlines = new PandocInlines(mapped, state);
  }

  /** Returns the formulas of a document whose lines end with line feeds and have no tabs. */
  static List<Formula> formulas(MappedText document, PandocState state) {
    return new PandocBlocks(document, state, FormulaContext.PARAGRAPH, false, 0).parse();
  }

  private List<Formula> nested(MappedText content, FormulaContext inner) {
    boolean list = inList || inner == FormulaContext.LIST;
    return new PandocBlocks(content, state, inner, list, depth + 1).parse();
  }

  private List<Formula> parse() {
    List<Formula> formulas = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int next = block(at, formulas);
      at = next > at ? next : TextLines.nextLine(text, at);
    }
    return formulas;
  }

  /** Returns the index behind the block at an index. */
  private int block(int at, List<Formula> formulas) {
    if (TextLines.isBlankAt(text, at)) {
      return TextLines.nextLine(text, at);
    }
    int end = fence(at);
    end = end >= 0 ? end : yaml(at);
    end = end >= 0 ? end : list(at, "-", formulas);
    end = end >= 0 ? end : div(at);
    end = end >= 0 ? end : setextHeading(at, formulas);
    end = end >= 0 ? end : atxHeading(at, formulas);
    end = end >= 0 ? end : html(at);
    end = end >= 0 ? end : pipeTable(at, formulas);
    end = end >= 0 ? end : indentedCode(at);
    end = end >= 0 ? end : rawTex(at);
    end = end >= 0 ? end : lineBlock(at, formulas);
    end = end >= 0 ? end : quote(at, formulas);
    end = end >= 0 ? end : rule(at);
    end = end >= 0 ? end : list(at, "", formulas);
    end = end >= 0 ? end : definitions(at, formulas);
    end = end >= 0 ? end : note(at);
    end = end >= 0 ? end : reference(at);
    return end >= 0 ? end : paragraph(at, formulas);
  }

  private boolean isLineStart(int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }

  /** Returns the index behind a fenced code block that begins at a line, or -1. */
  private int fence(int at) {
    int indent = TextLines.indent(text, at);
    int start = at + indent;
    char mark = start < text.length() ? text.charAt(start) : ' ';
    int length = mark == '`' || mark == '~' ? TextLines.run(text, start, mark) : 0;
    if (indent > 3 || length < 3) {
      return -1;
    }
    Matcher info = FENCE_INFO.matcher(text).region(start + length, text.length());
    if (!info.lookingAt()) {
      return -1;
    }
    Unclosed unclosed = unclosedFences.get(mark);
    if (unclosed != null && at >= unclosed.from() && length >= unclosed.length()) {
      return -1;
    }
    for (int line = TextLines.nextLine(text, info.end());
        line < text.length();
        line = TextLines.nextLine(text, line)) {
      int closeIndent = TextLines.indent(text, line);
      int run = TextLines.run(text, line + closeIndent, mark);
      if (closeIndent <= 3
          && run >= length
          && TextLines.isBlankAt(text, line + closeIndent + run)) {
        return TextLines.nextLine(text, line);
      }
    }
    unclosedFences.put(mark, new Unclosed(length, at));
    return -1;
  }

  private int yaml(int at) {
    if (!text.startsWith("---", at) || !isLineStart(at) || depth > 0) {
      return -1;
    }
    int line = TextLines.nextLine(text, at);
    if (!TextLines.isBlankAt(text, at + 3)
        || TextLines.isBlankAt(text, line)
        || !YAML_KEY.matcher(text).region(line, text.length()).lookingAt()) {
      return -1;
    }
    while (line < text.length()) {
      boolean stops = text.startsWith("---", line) || text.startsWith("...", line);
      if (stops && TextLines.isBlankAt(text, line + 3)) {
        return TextLines.nextLine(text, line);
      }
      line = TextLines.nextLine(text, line);
    }
    return -1;
  }

  private int div(int at) {
    Matcher div = DIV.matcher(text).region(at, text.length());
    if (!div.lookingAt()) {
      return -1;
    }
    boolean opens = div.group().chars().anyMatch(c -> c != ':' && c != ' ');
    if (!opens && divs == 0) {
      return -1;
    }
    divs += opens ? 1 : -1;
    return TextLines.nextLine(text, div.end());
  }

  private int setextHeading(int at, List<Formula> formulas) {
    int underline = inlines.search().indexOf("\n", at) + 1;
    Matcher marks = SETEXT.matcher(text).region(underline, text.length());
    if (underline == 0 || underline >= text.length() || !marks.lookingAt()) {
      return -1;
    }
    int before = formulas.size();
    int end = heading(at, formulas);
    if (end != underline - 1) {
      formulas.subList(before, formulas.size()).clear();
      return -1;
    }
    return TextLines.nextLine(text, marks.end());
  }

  private int atxHeading(int at, List<Formula> formulas) {
    int level = TextLines.run(text, at, '#');
    int start = at + level;
    if (level == 0 || start < text.length() && " \n".indexOf(text.charAt(start)) < 0) {
      return -1;
    }
    int before = formulas.size();
    int end = heading(TextLines.skipSpaces(text, start), formulas);
    Matcher closing = HEADING_END.matcher(text).region(end, text.length());
    if (!closing.lookingAt()) {
      formulas.subList(before, formulas.size()).clear();
      return -1;
    }
    return TextLines.nextLine(text, closing.end());
  }

  private int heading(int at, List<Formula> formulas) {
    return inlines.parse(at, Breaks.FORBIDDEN, line -> true, FormulaContext.HEADING, formulas);
  }

  private int html(int at) {
    int start = TextLines.skipSpaces(text, at);
    if (start - at > 3 || !text.startsWith("<", start)) {
      return -1;
    }
    int end = inlines.html().blockEnd(start);
    if (end < 0) {
      return -1;
    }
    end = TextLines.skipSpaces(text, end);
    return TextLines.isBlankAt(text, end) ? TextLines.nextLine(text, end) : end;
  }

  private int indentedCode(int at) {
    if (!isLineStart(at) || !text.startsWith("    ", at)) {
      return -1;
    }
    int end = at;
    int line = at;
    while (line < text.length()) {
      boolean blank = TextLines.isBlankAt(text, line);
      if (!blank && !text.startsWith("    ", line)) {
        break;
      }
      line = TextLines.nextLine(text, line);
      end = blank ? end : line;
    }
    return end;
  }

  private int rawTex(int at) {
    RawTex rawTex = inlines.rawTex();
    return rawTex.isEnvironment(at) && !rawTex.isDisplay(at) ? rawTex.end(at) : -1;
  }

  private int lineBlock(int at, List<Formula> formulas) {
    int line = at;
    while (text.startsWith("| ", line) || text.startsWith("|\n", line)) {
      int end = TextLines.nextLine(text, line);
      MappedText.Builder content = new MappedText.Builder();
      content.append(mapped, line + 1, Math.max(line + 1, end - 1));
      while (text.startsWith("| ", line) && text.startsWith(" ", end)) {
        int next = TextLines.nextLine(text, end);
        content.append(mapped, end, Math.max(end, next - 1));
        end = next;
      }
      new PandocInlines(content.build(), state)
          .parse(0, Breaks.FORBIDDEN, start -> true, context, formulas);
      line = end;
    }
    return line > at ? line : -1;
  }

  /** {@code emailBlockQuote}: lazy lines belong to the quote as long as text may go on. */
  private int quote(int at, List<Formula> formulas) {
    if (quoteMark(at) < 0 || depth > MAX_DEPTH) {
      return -1;
    }
    MappedText.Builder content = new MappedText.Builder();
    int line = at;
    while (line < text.length()) {
      int mark = quoteMark(line);
      boolean lazy = line > at && !TextLines.isBlankAt(text, line) && !endsText(line);
      if (mark < 0 && !lazy) {
        break;
      }
      int end = TextLines.nextLine(text, line);
      int start = mark >= 0 ? mark : lazy ? TextLines.skipSpaces(text, line) : line;
      content.append(mapped, start, end);
      line = end;
    }
    formulas.addAll(nested(content.build(), FormulaContext.QUOTE));
    return line;
  }

  private int quoteMark(int line) {
    int indent = TextLines.indent(text, line);
    if (indent > 3 || !text.startsWith(">", line + indent)) {
      return -1;
    }
    int after = line + indent + 1;
    return text.startsWith(" ", after) ? after + 1 : after;
  }

  private int rule(int at) {
    return ListMarker.isRule(text, at) ? TextLines.nextLine(text, at) : -1;
  }

  private int list(int at, String bullets, List<Formula> formulas) {
    Optional<ListMarker> first = ListMarker.at(text, at);
    if (first.isEmpty()
        || first.get().style().equals("-") != bullets.equals("-")
        || depth > MAX_DEPTH) {
      return -1;
    }
    String style = first.get().style();
    int line = at;
    Optional<ListMarker> marker = first;
    while (marker.isPresent() && isSameList(marker.get().style(), style)) {
      ListItem item = ListItem.parse(mapped, line, marker.get(), inlines, this::isFence);
      formulas.addAll(nested(item.content(), FormulaContext.LIST));
      line = item.end();
      marker = line < text.length() ? ListMarker.at(text, line) : Optional.empty();
    }
    return line;
  }

  private static boolean isSameList(String style, String first) {
    if (style.equals(first)) {
      return true;
    }
    // One letter may count as a letter or as a roman number.
    return style.substring(1).equals(first.substring(1))
        && style.substring(0, 1).equalsIgnoreCase("i")
            != first.substring(0, 1).equalsIgnoreCase("i")
        && Character.isLetter(style.charAt(0))
        && Character.isLetter(first.charAt(0))
        && Character.isUpperCase(style.charAt(0)) == Character.isUpperCase(first.charAt(0));
  }

  private boolean isFence(int line) {
    return fence(line) >= 0;
  }

  private int definitions(int at, List<Formula> formulas) {
    int line = at;
    while (line < text.length() && !TextLines.isBlankAt(text, line)) {
      int next = TextLines.nextLine(text, line);
      int marker = TextLines.isBlankAt(text, next) ? TextLines.nextLine(text, next) : next;
      if (!isDefinition(marker) || depth > MAX_DEPTH) {
        break;
      }
      new PandocInlines(mapped.slice(line, Math.max(line, next - 1)), state)
          .parse(0, Breaks.FORBIDDEN, start -> true, context, formulas);
      while (isDefinition(marker)) {
        int end = definition(marker, formulas);
        int after = TextLines.isBlankAt(text, end) ? TextLines.nextLine(text, end) : end;
        line = TextLines.skipBlankLines(text, end);
        marker = isDefinition(end) ? end : after;
      }
    }
    return line > at ? line : -1;
  }

  private boolean isDefinition(int line) {
    return line < text.length() && DEFINITION.matcher(text).region(line, text.length()).lookingAt();
  }

  private int definition(int marker, List<Formula> formulas) {
    Matcher start = DEFINITION.matcher(text).region(marker, text.length());
    start.lookingAt();
    MappedText.Builder content = new MappedText.Builder();
    int line = TextLines.nextLine(text, marker);
    content.append(mapped, start.end(), line);
    boolean blank = false;
    int end = line;
    while (line < text.length()) {
      int next = TextLines.nextLine(text, line);
      boolean indented = text.startsWith("    ", line);
      if (TextLines.isBlankAt(text, line)) {
        blank = true;
      } else if (indented || !blank && !isDefinition(line)) {
        content.append(mapped, end, line).append(mapped, indented ? line + 4 : line, next);
        blank = false;
        end = next;
      } else {
        break;
      }
      line = next;
    }
    formulas.addAll(nested(content.build(), FormulaContext.LIST));
    return end;
  }

  private int note(int at) {
    Matcher note = NOTE.matcher(text).region(at, text.length());
    if (!note.lookingAt() || depth > MAX_DEPTH) {
      return -1;
    }
    MappedText.Builder content = new MappedText.Builder();
    int line = at;
    int start = note.end();
    int end = line;
    boolean blank = false;
    while (line < text.length()) {
      int next = TextLines.nextLine(text, line);
      boolean indented = text.startsWith("    ", line);
      if (line > at && TextLines.isBlankAt(text, line)) {
        blank = true;
      } else if (line == at
          || indented
          || !blank && !NOTE.matcher(text).region(line, text.length()).lookingAt()) {
        int from = line == at ? start : indented ? line + 4 : line;
        content.append(mapped, Math.min(end, line), line);
        content.append(mapped, from, next);
        blank = false;
        end = next;
      } else {
        break;
      }
      line = next;
    }
    state.notes.put(note.group(1), nested(content.build(), FormulaContext.FOOTNOTE));
    return end;
  }

  private int reference(int at) {
    Matcher reference = REFERENCE.matcher(text).region(at, text.length());
    return reference.lookingAt() ? TextLines.nextLine(text, reference.end()) : -1;
  }

  private int pipeTable(int at, List<Formula> formulas) {
    if (TextLines.indent(text, at) > 3) {
      return -1;
    }
    PipeRow head = PipeRow.parse(mapped, at, inlines);
    Matcher separator = TABLE_BREAK.matcher(text);
    if (head.end() < 0
        || !separator.region(Math.min(head.end(), text.length()), text.length()).lookingAt()) {
      return -1;
    }
    int columns = columns(separator.group());
    if (columns == 1 && separator.group(1).isEmpty()) {
      return -1;
    }
    PipeRow row = head;
    int end = TextLines.nextLine(text, separator.end());
    while (row.end() >= 0) {
      for (MappedText cell : row.cells().subList(0, Math.min(columns, row.cells().size()))) {
        new PandocInlines(cell, state)
            .parse(0, Breaks.ALLOWED, start -> false, FormulaContext.TABLE_CELL, formulas);
      }
      end = Math.max(end, row.end());
      row = PipeRow.parse(mapped, end, inlines);
    }
    return end;
  }

  private static int columns(String separator) {
    int columns = 0;
    boolean inColumn = false;
    for (int i = 0; i < separator.length(); i++) {
      char c = separator.charAt(i);
      columns += c == '-' && !inColumn ? 1 : 0;
      inColumn = c == '-' || inColumn && c != '|' && c != '+';
    }
    return columns;
  }

  private int paragraph(int at, List<Formula> formulas) {
    int start = TextLines.skipSpaces(text, at);
    int end = inlines.parse(start, Breaks.ALLOWED, this::endsText, context, formulas);
    if (end == start && end < text.length() && text.charAt(end) != '\n') {
      return end + 1;
    }
    return end < text.length() && text.charAt(end) == '\n' ? end + 1 : end;
  }

  /** {@code endline}: whether text cannot go on with a line. */
  private boolean endsText(int line) {
    return inList && ListMarker.at(text, line).isPresent()
        || text.startsWith("`", line + TextLines.indent(text, line)) && fence(line) >= 0
        || divs > 0
            && DIV.matcher(text).region(line, text.length()).lookingAt()
            && text.startsWith(":::", line);
  }
}
