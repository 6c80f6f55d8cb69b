package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.comparison.ComparedFormula;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.rule.DocumentContext;
import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.tex.MathStyle;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula that a platform reads, but with other TeX or in the other style. */
public final class AlteredFormula implements Rule {

  private static final RuleId ID = new RuleId("altered-formula");

  /** What belongs into blocks only, for KaTeX as for LaTeX. */
  private static final Pattern BLOCK_ONLY =
      Pattern.compile(
          "\\\\tag(?![A-Za-z])|\\\\begin\\{(?:equation|align|alignat|gather|multline|eqnarray|CD)\\*?\\}");

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
    return Set.of(Applicability.SAFE);
  }

  @Override
  public boolean isAboutPlatforms() {
    return true;
  }

  @Override
  public void check(DocumentContext context, Consumer<Diagnostic> findings) {
    Map<Alteration, List<Platform>> alterations = new LinkedHashMap<>();
    for (Comparison comparison : context.comparisons()) {
      for (ComparedFormula compared : comparison.formulas()) {
        if (compared.fate() == Fate.ALTERED || compared.isInOtherStyle()) {
          alteration(compared, comparison.platform(), context)
              .ifPresent(
                  alteration ->
                      alterations
                          .computeIfAbsent(alteration, each -> new ArrayList<>())
                          .add(comparison.platform()));
        }
      }
    }
    alterations.forEach(
        (alteration, platforms) -> findings.accept(diagnostic(alteration, platforms, context)));
  }

  /**
   * What becomes of a formula. Immutable.
   *
   * @param formula the formula as it was meant
   * @param severity how much it matters
   * @param words what readers see, as a clause behind "show" or "shows"
   */
  private record Alteration(Formula formula, Severity severity, String words) {}

  private static Optional<Alteration> alteration(
      ComparedFormula compared, Platform platform, DocumentContext context) {
    Formula meant = compared.meant();
    Formula shown = compared.shown();
    String difference = difference(meant.tex(), shown.tex());
    if (difference.isEmpty()) {
      if (context.isShown(meant, platform) && !context.isShown(shown, platform)) {
        return Optional.of(new Alteration(meant, Severity.ERROR, refused(shown)));
      }
      if (compared.fate() == Fate.READ) {
        return Optional.empty();
      }
      String words =
          shown.style() == MathStyle.INLINE
              ? "this formula small, as if in a line of text, not as a block of its own"
              : "this formula as a block of its own, not in the line of text";
      return Optional.of(new Alteration(meant, Severity.WARNING, words));
    }
    if (!context.isShown(meant, platform)) {
      return Optional.empty();
    }
    return Optional.of(
        context.isShown(shown, platform)
            ? new Alteration(meant, Severity.WARNING, "another formula: " + difference)
            : new Alteration(
                meant, Severity.ERROR, "an error instead of this formula: " + difference));
  }

  /** Returns what readers see of a formula that its engine refuses in the style of the platform. */
  private static String refused(Formula shown) {
    if (shown.style() == MathStyle.DISPLAY) {
      return "an error instead of this formula, since it makes a block of it";
    }
    Matcher blockOnly = BLOCK_ONLY.matcher(shown.tex());
    return "an error instead of this formula: it stands in a line of text there"
        + (blockOnly.find() ? ", where " + Quotes.code(blockOnly.group()) + " is not allowed" : "");
  }

  /** Returns the first difference, in words; empty if there is only white space. */
  private static String difference(String meant, String shown) {
    List<String> expected = visible(meant);
    List<String> actual = visible(shown);
    int same = 0;
    while (same < expected.size()
        && same < actual.size()
        && expected.get(same).equals(actual.get(same))) {
      same++;
    }
    if (same == expected.size() && same == actual.size()) {
      return "";
    }
    String lost = same < expected.size() ? expected.get(same) : "";
    String got = same < actual.size() ? actual.get(same) : "";
    if (lost.equals("\\\\")) {
      return "the line break `\\\\` is lost";
    }
    if (lost.isEmpty()) {
      return Quotes.code(got) + " comes behind it";
    }
    return got.isEmpty()
        ? Quotes.code(lost) + " is gone"
        : Quotes.code(lost) + " became " + Quotes.code(got);
  }

  private static List<String> visible(String tex) {
    return Tokenizer.tokenize(tex).stream()
        .filter(token -> token.kind() != Token.Kind.SPACE)
        .map(Token::name)
        .toList();
  }

  private static Diagnostic diagnostic(
      Alteration alteration, List<Platform> platforms, DocumentContext context) {
    Mending mending = Mending.of(alteration.formula(), context);
    return new Diagnostic(
        ID,
        alteration.severity(),
        PlatformNames.with(platforms, "shows", "show") + " " + alteration.words(),
        mending.hint(),
        alteration.formula().span(),
        Optional.of(alteration.formula()),
        Optional.empty(),
        mending.fixes().stream().filter(fix -> fix.applicability() == Applicability.SAFE).toList(),
        platforms);
  }
}
