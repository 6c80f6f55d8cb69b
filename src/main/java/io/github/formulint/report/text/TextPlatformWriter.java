package io.github.formulint.report.text;

import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.platform.Spelling;
import io.github.formulint.report.PlatformWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Platforms for people: a table, or a page about one with what it makes of each spelling. */
public final class TextPlatformWriter implements PlatformWriter {

  private static final String GAP = "  ";

  private final Writer out;

  /**
   * Makes a writer.
   *
   * @param out takes the text
   */
  public TextPlatformWriter(Writer out) {
    this.out = Objects.requireNonNull(out);
  }

  @Override
  public void list(List<Platform> platforms) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "PLATFORM", "ENGINE", "VERSION", "CERTAINTY", "TEX", "READS"));
    for (Platform platform : platforms) {
      rows.add(
          List.of(
              platform.id(),
              platform.displayName(),
              platform.profile().engine().engineName(),
              platform.version(),
              platform.certainty().description(),
              platform.mathText().description(),
              delimiters(platform)));
    }
    table(rows, "");
    out.flush();
  }

  @Override
  public void describe(Platform platform) throws IOException {
    out.write(platform.displayName() + "\n\n");
    List<List<String>> facts = new ArrayList<>();
    facts.add(List.of("name", platform.id()));
    facts.add(List.of("engine", platform.profile().engine().engineName()));
    facts.add(List.of("version", platform.version()));
    facts.add(List.of("certainty", platform.certainty().description()));
    facts.add(List.of("rules from", platform.source()));
    facts.add(List.of("engine gets", engineGets(platform)));
    platform.limits().forEach(limit -> facts.add(List.of("mind", limit)));
    table(facts, GAP);
    out.write("\nWhat it makes of\n\n");
    table(
        Spelling.all().stream()
            .map(spelling -> List.of(spelling.label(), outcome(spelling, platform)))
            .toList(),
        GAP);
    if (platform.certainty() == Platform.Certainty.UNVERIFIED) {
      out.write(
          "\nOnly the delimiters are sure. What may stand beside and inside them is not known, and"
              + " taken as its author meant it.\n");
    }
    out.flush();
  }

  private static String engineGets(Platform platform) {
    return switch (platform.mathText()) {
      case RAW -> "the TeX as it is written";
      case AFTER_MARKDOWN -> "what Markdown leaves of the TeX";
    };
  }

  private static String delimiters(Platform platform) {
    return Spelling.delimiters(platform.reader()).stream()
        .map(Delimiter::opener)
        .collect(Collectors.joining(" "));
  }

  private static String outcome(Spelling spelling, Platform platform) {
    List<Formula> read = spelling.readBy(platform.reader());
    return read.isEmpty()
        ? "text"
        : read.stream()
            .map(formula -> describe(spelling, formula))
            .collect(Collectors.joining(", "));
  }

  private static String describe(Spelling spelling, Formula formula) {
    String style = formula.style().name().toLowerCase(Locale.ROOT);
    return spelling.isMeant(formula)
        ? style
        : style + ", TeX: " + DisplayLine.sanitize(formula.tex());
  }

  /** Writes rows in columns; the last one is as wide as it likes. */
  private void table(List<List<String>> rows, String indent) throws IOException {
    int columns = rows.get(0).size();
    List<Integer> widths =
        IntStream.range(0, columns)
            .mapToObj(i -> rows.stream().mapToInt(row -> width(row.get(i))).max().orElse(0))
            .toList();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder(indent);
      for (int i = 0; i < columns; i++) {
        String gap = i == columns - 1 ? "" : " ".repeat(widths.get(i) - width(row.get(i))) + GAP;
        line.append(row.get(i)).append(gap);
      }
      out.write(line.toString().stripTrailing() + "\n");
    }
  }

  private static int width(String text) {
    return DisplayLine.of(text).width();
  }
}
