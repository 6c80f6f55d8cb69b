package io.github.formulint.report.text;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All that is told of one finding: the message, its source line with carets under the place, a
 * hint, and what each fix would change. Immutable.
 */
final class FindingText {

  private final Palette palette;
  private final TextLayout layout;

  FindingText(Palette palette, TextLayout layout) {
    this.palette = palette;
    this.layout = layout;
  }

  /**
   * Returns the lines to print, without line endings.
   *
   * @param document the document
   * @param diagnostic the finding
   */
  List<String> lines(SourceFile document, Diagnostic diagnostic) {
    Severity severity = diagnostic.severity();
    Excerpt excerpt = new Excerpt(document, severity, palette, layout);
    String margin = " ".repeat(excerpt.numberWidth(diagnostic.span()));
    List<String> lines = new ArrayList<>();
    addMessage(lines, severity, diagnostic);
    lines.add(
        margin
            + palette.frame("--> ")
            + layout.links().toFile(document.name(), place(document, diagnostic))
            + Words.inPart(document, diagnostic));
    lines.addAll(excerpt.lines(diagnostic.span()));
    if (layout.isVerbose() && diagnostic.verdict().isPresent()) {
      for (Map.Entry<EngineId, RenderOutcome> each :
          diagnostic.verdict().get().outcomes().entrySet()) {
        addNote(
            lines,
            margin,
            each.getKey().displayName() + ": ",
            UnaryOperator.identity(),
            Words.say(each.getValue()));
      }
    }
    if (diagnostic.hint().isPresent()) {
      String hint = DisplayLine.sanitize(diagnostic.hint().get());
      addNote(lines, margin, "hint: ", palette::good, hint);
    }
    Optional<Fix> safe = first(diagnostic, fix -> fix.applicability() == Applicability.SAFE);
    Optional<Fix> any = first(diagnostic, fix -> fix.applicability() != Applicability.DISPLAY_ONLY);
    for (Fix fix : diagnostic.fixes()) {
      String option = "";
      if (layout.isLaidOut() && safe.filter(each -> each == fix).isPresent()) {
        option = " [--fix]";
      } else if (layout.isLaidOut() && any.filter(each -> each == fix).isPresent()) {
        option = " [--unsafe-fixes]";
      }
      addNote(lines, margin, Words.kind(fix), palette::good, Words.whatItDoes(fix) + option);
      lines.addAll(excerpt.preview(fix, margin.length()));
    }
    return lines;
  }

  /** Returns where a finding stands, as file, line and column. */
  static String place(SourceFile document, Diagnostic diagnostic) {
    return VisibleText.line(document.name())
        + ":"
        + document.lines().position(diagnostic.span().start());
  }

  private static Optional<Fix> first(Diagnostic diagnostic, Predicate<Fix> wanted) {
    return diagnostic.fixes().stream().filter(wanted).findFirst();
  }

  private void addMessage(List<String> lines, Severity severity, Diagnostic diagnostic) {
    String label = severity.label() + "[" + diagnostic.rule() + "]";
    List<String> message =
        wrap(DisplayLine.sanitize(diagnostic.message()), label.length() + 2, "  ".length());
    lines.add(palette.severity(severity, label) + palette.strong(": " + message.get(0)));
    for (String each : message.subList(1, message.size())) {
      lines.add("  " + palette.strong(each));
    }
  }

  private void addNote(
      List<String> lines, String margin, String label, UnaryOperator<String> paint, String text) {
    String indent = margin + "   ";
    List<String> note =
        wrap(text, indent.length() + LineWrap.width(label), indent.length() + "  ".length());
    lines.add(margin + palette.frame(" = ") + paint.apply(label) + note.get(0));
    for (String each : note.subList(1, note.size())) {
      lines.add(indent + "  " + each);
    }
  }

  private List<String> wrap(String text, int usedOfFirst, int usedOfOthers) {
    return layout.isLaidOut()
        ? LineWrap.lines(text, layout.width() - usedOfFirst, layout.width() - usedOfOthers)
        : List.of(text);
  }
}
