package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Prose, prices or variables that a platform takes for a formula. */
public final class AccidentalFormula implements Rule {

  private static final RuleId ID = new RuleId("accidental-formula");

  private static final int SHOWN = 40;

  /** How far prices of one paragraph are looked for, in UTF-16 code units. */
  private static final int FURTHEST_PRICE = 500;

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.DELIMITER;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public boolean isAboutPlatforms() {
    return true;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    Map<Span, List<Platform>> places = new TreeMap<>();
    for (Comparison comparison : context.comparisons()) {
      for (Formula formula : comparison.madeUp()) {
        places
            .computeIfAbsent(formula.span(), each -> new ArrayList<>())
            .add(comparison.platform());
      }
    }
    places.forEach((span, platforms) -> findings.accept(diagnostic(span, platforms, context)));
  }

  private static Diagnostic diagnostic(
      Span span, List<Platform> platforms, DocumentContext context) {
    String source = span.of(context.document().text());
    int firstLine = source.indexOf('\n');
    List<Fix> fixes = fixes(span, source, context);
    return new Diagnostic(
        ID,
        Severity.ERROR,
        PlatformNames.with(platforms, "takes", "take")
            + " "
            + Quotes.code(source, SHOWN)
            + " for a formula",
        fixes.isEmpty() ? hint(span, source, context) : Optional.empty(),
        firstLine < 0 ? span : new Span(span.start(), span.start() + firstLine),
        Optional.empty(),
        Optional.empty(),
        fixes,
        platforms);
  }

  private static Optional<String> hint(Span span, String source, DocumentContext context) {
    if (isIndented(span, context)) {
      return Optional.of("if this is code, put it between fences");
    }
    return source.startsWith("$")
        ? Optional.of(
            "no way to write the dollar sign keeps it text there; use a word, such as `USD`")
        : Optional.empty();
  }

  /** Returns whether it stands where most platforms see code: an edit would change that. */
  private static boolean isIndented(Span span, DocumentContext context) {
    String text = context.document().text();
    return LineBounds.isIndented(text, span.start());
  }

  /** Returns the ways to write it that keep it text on all platforms. */
  private static List<Fix> fixes(Span span, String source, DocumentContext context) {
    if (isIndented(span, context)) {
      return List.of();
    }
    return source.startsWith("$")
        ? dollars(span, source, context)
        : brackets(span, source, context);
  }

  private static List<Fix> brackets(Span span, String source, DocumentContext context) {
    String text = context.document().text();
    boolean startsLink = span.end() < text.length() && "([:".indexOf(text.charAt(span.end())) >= 0;
    boolean isEscaped =
        source.length() > 3
            && (source.startsWith("\\[") && source.endsWith("\\]")
                || source.startsWith("\\(") && source.endsWith("\\)"));
    String bare =
        isEscaped
            ? source.charAt(1)
                + source.substring(2, source.length() - 2)
                + source.charAt(source.length() - 1)
            : "";
    if (!isEscaped || startsLink || !isText(bare, context)) {
      return List.of();
    }
    return List.of(
        new Fix(
            "take the backslashes away",
            applicability(source),
            List.of(
                new Edit(new Span(span.start(), span.start() + 1), ""),
                new Edit(new Span(span.end() - 2, span.end() - 1), ""))));
  }

  /** Returns the ways to write a dollar sign of the text that keep it text on all platforms. */
  private static List<Fix> dollars(Span span, String source, DocumentContext context) {
    List<Fix> fixes = new ArrayList<>();
    Span sign = new Span(span.start(), span.start() + 1);
    if (isText("\\" + source, context)) {
      fixes.add(
          new Fix(
              "write `\\$` for the dollar sign",
              applicability(source),
              List.of(new Edit(sign, "\\$"))));
    }
    List<Edit> prices = prices(span, context);
    if (prices.size() > 1 && isText("\\" + source, context)) {
      fixes.add(
          new Fix(
              "write `\\$` for the dollar signs of " + prices.size() + " prices",
              applicability(source),
              prices));
    }
    String element = "<span>$</span>";
    if (isText(element + source.substring(1), context)) {
      fixes.add(
          new Fix(
              "put the dollar sign into a `<span>` of its own",
              applicability(source),
              List.of(new Edit(sign, element))));
    }
    return fixes;
  }

  /**
   * Returns edits that write {@code \$} for the dollar signs of all prices of a paragraph, from an
   * accidental formula on: where there are more than two, to escape one makes others pair.
   */
  private static List<Edit> prices(Span span, DocumentContext context) {
    String text = context.document().text();
    int last = Math.min(text.length(), span.start() + FURTHEST_PRICE);
    List<Edit> edits = new ArrayList<>();
    for (int i = span.start(); i < last; i++) {
      if (text.startsWith("\n\n", i) || text.startsWith("\n\r\n", i)) {
        break;
      }
      if (text.charAt(i) == '$' && isPrice(text, i) && !isMeant(i, context)) {
        edits.add(new Edit(new Span(i, i + 1), "\\$"));
      }
    }
    return edits;
  }

  private static boolean isPrice(String text, int dollar) {
    int next = dollar + 1;
    boolean hasCurrency = dollar > 0 && Character.isUpperCase(text.charAt(dollar - 1));
    if (hasCurrency && next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    boolean isEscaped = dollar > 0 && text.charAt(dollar - 1) == '\\';
    return !isEscaped && next < text.length() && Character.isDigit(text.charAt(next));
  }

  private static boolean isMeant(int offset, DocumentContext context) {
    List<Formula> formulas = context.reading().formulas();
    int low = 0;
    int high = formulas.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (formulas.get(middle).span().end() <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < formulas.size() && formulas.get(low).span().start() <= offset;
  }

  /** Returns whether all platforms take words for text, on a line of their own. */
  private static boolean isText(String words, DocumentContext context) {
    String line = "a " + words.replaceAll("\\s+", " ") + " a\n";
    Probe probe = new Probe(context.smallReadings());
    return context.comparisons().stream()
        .allMatch(each -> probe.formulas(each.platform(), line).isEmpty());
  }

  /**
   * What an author may have meant as a formula, such as {@code F=ma} or {@code dfs(pos, lim)}:
   * signs of relations and operations, scripts, commands, and brackets right behind a name.
   */
  private static final Pattern MAYBE_MEANT =
      Pattern.compile("[=^_\\\\<>+*/{}|]|[A-Za-z0-9]\\(|\\d\\s*-\\s*\\d");

  /** Returns whether taking it for text is safe: no author can have meant a formula by it. */
  private static Applicability applicability(String source) {
    String inside =
        source.startsWith("\\")
            ? source.substring(Math.min(2, source.length()), Math.max(2, source.length() - 2))
            : source.substring(1, source.length() - (source.endsWith("$") ? 1 : 0));
    return MAYBE_MEANT.matcher(inside).find() ? Applicability.UNSAFE : Applicability.SAFE;
  }
}
