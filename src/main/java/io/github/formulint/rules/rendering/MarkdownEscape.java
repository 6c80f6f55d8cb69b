package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rules.rendering.BrokenFormula.Fault;
import io.github.formulint.source.Span;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexFault;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A backslash that was written for Markdown: some platforms take it away before TeX sees the
 * formula, but KaTeX gets it where formulas are left as they are.
 */
public final class MarkdownEscape extends DefectRule {

  /** What Markdown lets authors escape and KaTeX does not know as a command. */
  private static final String ESCAPED = "*[]()<>.+-`";

  /** Makes the rule. */
  public MarkdownEscape() {
    super("markdown-escape", Defect.MARKDOWN_ESCAPE, Applicability.UNSAFE);
  }

  /** Returns whether a command is an escape of Markdown. */
  static boolean isEscape(String command) {
    return command.length() == 2
        && command.charAt(0) == '\\'
        && ESCAPED.indexOf(command.charAt(1)) >= 0;
  }

  /** Returns whether the two backslashes of {@code \\#} stand right before a place. */
  static boolean isDoubled(TexStructure structure, Span span) {
    return span.start() > 1
        && structure
            .tokenAt(span.start() - 1)
            .filter(token -> token.token().isCommand("\\\\"))
            .isPresent();
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    super.check(formula, findings);
    Optional<Diagnostic> doubled =
        formula.tex().contains("\\\\") ? doubled(formula) : Optional.empty();
    doubled.ifPresent(findings);
    if (doubled.isEmpty() && formula.tex().contains("\\\\{")) {
      pairs(formula).forEach(findings);
    }
  }

  /**
   * {@code \\\\{…\\\\}} is a new line and a group that ends with one: it renders, but shows no
   * braces.
   */
  private Stream<Diagnostic> pairs(JudgedFormula formula) {
    TexStructure structure = formula.structure();
    boolean isRendered =
        Judgement.of(formula.verdict())
            .filter(each -> each.kind() != Judgement.Kind.DISAGREEMENT)
            .isEmpty();
    return structure.scopes().stream()
        .filter(group -> group.kind() == Scope.Kind.GROUP)
        .filter(group -> isDoubled(structure, group.span()))
        .filter(group -> isDoubled(structure, Span.at(group.span().end() - 1)))
        .filter(
            group ->
                structure.faults().stream().noneMatch(f -> f.span().end() == group.span().start()))
        .map(group -> pair(formula, group.span(), isRendered));
  }

  /**
   * {@code \\\\frac{3}{4}} is a new line, letters and two groups: it renders, but shows no
   * fraction. Within cells a line may end so; there only names that no line begins with count.
   */
  private Optional<Diagnostic> doubled(JudgedFormula formula) {
    List<Span> doubled = new ArrayList<>();
    List<Span> others = new ArrayList<>();
    List<Span> breaks = new ArrayList<>();
    Span before = Span.at(0);
    String tex = formula.tex();
    for (PlacedToken token : formula.structure().tokens()) {
      int end = token.span().end();
      boolean isBreak = token.token().isCommand("\\\\") && token.mode() == Mode.MATH;
      if (isBreak && !isShownOtherwise(formula) && isName(tex, end, inCell(token))) {
        doubled.add(token.span());
      } else if (isBreak && !inCell(token) && mayBeDoubled(tex, end)) {
        others.add(token.span());
      }
      if (isBreak && before.end() == token.span().start() && !before.isEmpty()) {
        breaks.add(token.span());
        before = Span.at(end);
      } else if (isBreak) {
        before = token.span();
      }
    }
    if (doubled.isEmpty()) {
      return Optional.empty();
    }
    Span first = doubled.get(0);
    String name = name(tex, first.end());
    return Optional.of(
        formula.diagnostic(
            id(),
            Judgement.of(formula.verdict())
                    .filter(each -> each.kind() == Judgement.Kind.FAILURE)
                    .isPresent()
                ? Severity.ERROR
                : Severity.WARNING,
            "`\\\\"
                + name
                + "` has a backslash too many: readers see a line break and the letters `"
                + name
                + "`",
            Optional.of("write `\\" + name + "`"),
            new Span(first.start(), first.end() + name.length()),
            List.of(
                new Fix(
                    "write single backslashes",
                    Applicability.UNSAFE,
                    Stream.concat(
                            Stream.concat(doubled.stream(), others.stream())
                                .map(each -> formula.edit(each, "\\")),
                            breaks.stream().map(each -> formula.edit(each, "")))
                        .toList()))));
  }

  /**
   * What is doubled, too, where something surely is: {@code \\\\in}, {@code \\\\}} and the like.
   */
  private static boolean mayBeDoubled(String tex, int start) {
    String name = name(tex, start);
    return name.isEmpty()
        ? start < tex.length() && "{}|,;!_%#&$".indexOf(tex.charAt(start)) >= 0
        : name.length() > 1 && CommandTable.katex().find("\\" + name).isPresent();
  }

  private static boolean inCell(PlacedToken token) {
    return token.scope().enclosing(Scope.Kind.ENVIRONMENT).isPresent();
  }

  /** Whether letters that stand there are the name of a command, and hardly anything else. */
  private static boolean isName(String tex, int start, boolean inCell) {
    String name = name(tex, start);
    Optional<Command> known =
        CommandTable.katex().find("\\" + name).filter(each -> each.isAllowedIn(Mode.MATH));
    int end = start + name.length();
    boolean takesBraces = end < tex.length() && (tex.charAt(end) == '{' || tex.charAt(end) == '[');
    boolean isOfArguments =
        name.equals("begin") || known.filter(Command::takesArguments).isPresent();
    boolean isDelimiter =
        (name.equals("left") || name.equals("right"))
            && end < tex.length()
            && "([{|.)]}\\".indexOf(tex.charAt(end)) >= 0;
    return name.equals("begin") && takesBraces
        || known.isPresent()
            && !inCell
            && name.length() > 1
            && (isOfArguments ? takesBraces : name.length() > 2 || isDelimiter);
  }

  private static String name(String tex, int start) {
    int end = start;
    while (end < tex.length() && Tokenizer.isNameCharacter(tex.charAt(end))) {
      end++;
    }
    return tex.substring(start, end);
  }

  /** Whether each platform asked for takes the backslashes away before TeX sees them. */
  private static boolean isShownOtherwise(JudgedFormula formula) {
    List<Comparison> comparisons = formula.context().comparisons();
    return !comparisons.isEmpty()
        && comparisons.stream()
            .allMatch(
                comparison ->
                    comparison
                        .find(formula.formula())
                        .filter(compared -> compared.fate() == Fate.ALTERED)
                        .isPresent());
  }

  private Diagnostic pair(JudgedFormula formula, Span group, boolean isRendered) {
    Span opening = new Span(group.start() - 2, group.start() + 1);
    Span closing = new Span(group.end() - 3, group.end());
    return formula.diagnostic(
        id(),
        isRendered ? Severity.WARNING : Severity.ERROR,
        "`\\\\{` has a backslash too many, as for Markdown; readers may see a line break instead"
            + " of the brace",
        Optional.of("write `\\{` and `\\}`"),
        opening,
        List.of(
            BrokenFormula.fix(
                "write `\\{` and `\\}`",
                Applicability.UNSAFE,
                formula.edit(opening, "\\{"),
                formula.edit(closing, "\\}"))));
  }

  @Override
  Finding find(BrokenFormula formula, Fault fault) {
    Span span = fault.span();
    if (fault.fault().kind() == TexFault.Kind.PARAMETER_CHARACTER) {
      span = new Span(span.start() - 2, span.end());
    } else if (span.of(formula.tex()).equals("\\\\")) {
      span = new Span(span.start(), span.end() + 1);
    }
    String written = span.of(formula.tex());
    String meant = written.substring(1);
    return new Finding(
        span,
        "`" + written + "` has a backslash too many, as for Markdown",
        "write `" + meant + "`",
        List.of(
            BrokenFormula.fix(
                "write `" + meant + "`", Applicability.UNSAFE, formula.edit(span, meant))));
  }
}
