package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * The environment {@code CD} as an array. Its grammar is KaTeX's ({@code src/environments/cd.js}):
 * {@code @>a>b>}, {@code @<<<}, {@code @VVV} and {@code @AAA} are arrows with two labels each,
 * {@code @=}, {@code @|} and {@code @.} take none; every other row holds vertical arrows only.
 */
final class CommutativeDiagram {

  private CommutativeDiagram() {}

  /**
   * Returns JLaTeXMath's TeX for a diagram.
   *
   * @param translator translates its cells
   * @param begin where it begins
   * @param body what stands between its beginning and its end
   */
  static String translate(Translator translator, Token begin, List<Token> body)
      throws RefusalException {
    StringJoiner rows = new StringJoiner("\\\\");
    int columns = 1;
    List<List<Token>> bodyRows = rows(body);
    for (int i = 0; i < bodyRows.size(); i++) {
      List<String> cells = cells(translator, bodyRows.get(i));
      if (i % 2 == 1) {
        cells.remove(0);
      }
      columns = Math.max(columns, cells.size());
      rows.add(String.join("&", cells));
    }
    return "\\begin{array}{" + "c".repeat(columns) + "}" + rows + "\\end{array}";
  }

  private static List<List<Token>> rows(List<Token> body) {
    List<List<Token>> rows = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < body.size(); i++) {
      Token token = body.get(i);
      depth += opening(token);
      boolean isEnd =
          token.isCommand("\\\\")
              || token.isCommand("\\cr")
              || token.kind() == Token.Kind.ALIGNMENT;
      if (isEnd && depth == 0) {
        rows.add(body.subList(start, i));
        start = i + 1;
      }
    }
    List<Token> last = body.subList(start, body.size());
    if (!last.stream().allMatch(Token::isBlank)) {
      rows.add(last);
    }
    return rows;
  }

  private static List<String> cells(Translator translator, List<Token> row)
      throws RefusalException {
    List<String> cells = new ArrayList<>();
    int start = 0;
    int depth = 0;
    int i = 0;
    while (i < row.size()) {
      Token token = row.get(i);
      depth += opening(token);
      i++;
      if (depth != 0 || !token.text().equals("@")) {
        continue;
      }
      cells.add(translator.translatePart(row.subList(start, i - 1), Mode.MATH));
      i = arrow(translator, row, i, token, cells);
      start = i;
    }
    cells.add(translator.translatePart(row.subList(start, row.size()), Mode.MATH));
    return cells;
  }

  /** Adds the arrow that stands after an @ to the cells; returns the index after it. */
  private static int arrow(
      Translator translator, List<Token> row, int from, Token at, List<String> cells)
      throws RefusalException {
    int i = from;
    while (i < row.size() && row.get(i).isBlank()) {
      i++;
    }
    String kind = i < row.size() ? row.get(i).text() : "";
    i++;
    switch (kind) {
      case "=" -> cells.add("\\mathrel{=\\joinrel=\\joinrel=}");
      case "|" -> cells.add("\\Big\\Vert");
      case "." -> cells.add("");
      case ">", "<", "A", "V" -> {
        int first = labelEnd(row, i, kind, at);
        int second = labelEnd(row, first + 1, kind, at);
        String one = translator.translatePart(row.subList(i, first), Mode.MATH);
        String two = translator.translatePart(row.subList(first + 1, second), Mode.MATH);
        cells.add(
            switch (kind) {
              case ">" -> "\\xrightarrow[" + "{" + two + "}]{\\;" + one + "\\;}";
              case "<" -> "\\xleftarrow[" + "{" + two + "}]{\\;" + one + "\\;}";
              case "A" -> vertical(one, "\\uparrow", two);
              default -> vertical(one, "\\downarrow", two);
            });
        i = second + 1;
      }
      default -> throw RefusalException.at(at, "@ is followed by none of < > A V = | .");
    }
    return i;
  }

  private static String vertical(String left, String arrow, String right) {
    return "{\\scriptstyle " + left + "}\\Big" + arrow + "{\\scriptstyle " + right + "}";
  }

  private static int labelEnd(List<Token> row, int from, String kind, Token at)
      throws RefusalException {
    int depth = 0;
    for (int i = from; i < row.size(); i++) {
      Token token = row.get(i);
      depth += opening(token);
      if (depth == 0 && token.text().equals(kind)) {
        return i;
      }
      if (depth == 0 && token.text().equals("@")) {
        break;
      }
    }
    throw RefusalException.at(at, "the arrow @" + kind + " lacks another " + kind);
  }

  private static int opening(Token token) {
    return switch (token.kind()) {
      case BEGIN_GROUP -> 1;
      case END_GROUP -> -1;
      case CONTROL_WORD ->
          switch (token.text()) {
            case "\\begin", "\\left" -> 1;
            case "\\end", "\\right" -> -1;
            default -> 0;
          };
      default -> 0;
    };
  }
}
