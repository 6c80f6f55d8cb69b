package io.github.formulint.rules.rendering;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Diagnostic;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.diagnostic.RuleId;
import io.github.formulint.diagnostic.Severity;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.GitHubGate;
import io.github.formulint.rule.FormulaRule;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.rules.fault.Effect;
import io.github.formulint.source.Span;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Scope;
import io.github.formulint.tex.TexStructure;
import io.github.formulint.tex.Token;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A formula that GitHub does not hand to MathJax, since it holds a name that GitHub refuses. */
public final class RefusedCommand implements FormulaRule {

  static final RuleId ID = new RuleId("refused-command");

  private static final List<EngineId> GITHUB = List.of(EngineId.MATHJAX_GITHUB);

  /** Of such a name no sign changes its shape or distance in {@code \mathrm}. */
  private static final Pattern PLAIN_NAME = Pattern.compile("(?:[a-zA-Z0-9]++|\\\\[,;:!]|\\\\ )++");

  private static final Pattern CODE_POINT =
      Pattern.compile("\\{\\s*(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))\\s*\\}");

  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry("operatorname", "write `\\mathop{\\mathrm{…}}` instead"),
          Map.entry("phantom", "write a space such as `\\quad` or `\\hspace{1em}` instead"),
          Map.entry("hphantom", "write a space such as `\\quad` or `\\hspace{1em}` instead"),
          Map.entry("vphantom", "write `\\mathstrut`, or take it away"),
          Map.entry("colorbox", "write `\\boxed{…}`, or colour the formula with `\\color`"),
          Map.entry("fcolorbox", "write `\\boxed{…}`, or colour the formula with `\\color`"),
          Map.entry("definecolor", "name the colour where it is used: `\\color{#00aaff}`"),
          Map.entry(
              "DeclareMathOperator", "write `\\mathop{\\mathrm{…}}` where the operator is used"),
          Map.entry("DeclarePairedDelimiters", "write `\\left` and `\\right` with the delimiters"),
          Map.entry("mathchoice", "write the part that fits the place of the formula"),
          Map.entry("unicode", "write the character itself"),
          Map.entry("Newextarrow", "write an arrow that is known, such as `\\xrightarrow{…}`"));

  @Override
  public RuleId id() {
    return ID;
  }

  @Override
  public RuleFamily family() {
    return RuleFamily.RENDERING;
  }

  @Override
  public Set<Applicability> fixes() {
    return Set.of(Applicability.SAFE, Applicability.UNSAFE);
  }

  @Override
  public boolean canFind(Set<EngineId> engines, boolean hasPlatforms) {
    return engines.contains(EngineId.MATHJAX_GITHUB);
  }

  @Override
  public void check(JudgedFormula formula, Consumer<Diagnostic> findings) {
    if (formula.verdict().of(EngineId.MATHJAX_GITHUB).isEmpty()) {
      return;
    }
    List<String> names = GitHubGate.refusedNames(formula.tex());
    if (names.isEmpty() || !formula.isShownBy(GITHUB)) {
      return;
    }
    TexStructure structure = formula.structure();
    List<Occurrence> occurrences = occurrences(structure, formula.tex(), names);
    Occurrence first = occurrences.get(0);
    findings.accept(
        formula
            .diagnostic(
                ID,
                Severity.ERROR,
                first.cause() + "; " + Effect.of(formula, GITHUB),
                first.hint(),
                first.span(),
                fix(formula, structure, occurrences).stream().toList())
            .withPlatforms(formula.platforms(GITHUB)));
  }

  /**
   * A refused name in a formula.
   *
   * @param name the name, without its backslash
   * @param span where it stands with its backslash, in UTF-16 offsets into the TeX
   * @param token the command that it is or begins; none if the backslash belongs to another
   */
  private record Occurrence(String name, Span span, Optional<Token> token) {

    boolean isCommand() {
      return token.filter(each -> each.name().equals("\\" + name)).isPresent();
    }

    String cause() {
      return isCommand()
          ? "GitHub refuses `\\" + name + "`"
          : "GitHub refuses `\\"
              + name
              + "`, which it finds "
              + token
                  .map(each -> "at the beginning of `" + each.name() + "`")
                  .orElse("behind the first backslash of `\\\\" + name + "`");
    }

    Optional<String> hint() {
      if (token.isEmpty()) {
        return Optional.of("put a space behind `\\\\`");
      }
      return isCommand() || token.get().name().startsWith("\\operatorname")
          ? Optional.ofNullable(INSTEAD.get(name))
          : Optional.of("write it with a command whose name does not begin with `\\" + name + "`");
    }
  }

  /** GitHub looks for them in this order, and one may hold another: each place counts once. */
  private static List<Occurrence> occurrences(
      TexStructure structure, String tex, List<String> names) {
    List<Occurrence> found = new ArrayList<>();
    for (String name : names) {
      String written = "\\" + name;
      for (int at = tex.indexOf(written); at >= 0; at = tex.indexOf(written, at + 1)) {
        Optional<Token> token =
            structure
                .tokenAt(at)
                .filter(each -> each.token().isCommand())
                .map(PlacedToken::token)
                .filter(each -> each.name().startsWith(written));
        found.add(new Occurrence(name, new Span(at, at + written.length()), token));
      }
    }
    found.sort((one, other) -> one.span().compareTo(other.span()));
    return found;
  }

  /** Returns a fix that mends all of them, if each can be: one left keeps the formula refused. */
  private static Optional<Fix> fix(
      JudgedFormula formula, TexStructure structure, List<Occurrence> occurrences) {
    List<Edit> edits = new ArrayList<>();
    boolean isSafe = true;
    Set<String> written = new LinkedHashSet<>();
    int end = 0;
    for (Occurrence occurrence : occurrences) {
      Optional<Substitute> substitute = substitute(formula, structure, occurrence);
      if (substitute.isEmpty() || substitute.get().span().start() < end) {
        return Optional.empty();
      }
      end = substitute.get().span().end();
      edits.add(formula.edit(substitute.get().span(), substitute.get().tex()));
      written.add(substitute.get().description());
      isSafe &= substitute.get().isSame();
    }
    return Optional.of(
        new Fix(
            String.join(", ", written), isSafe ? Applicability.SAFE : Applicability.UNSAFE, edits));
  }

  /**
   * What stands for a refused command.
   *
   * @param span what it replaces, in UTF-16 offsets into the TeX
   * @param tex what is written instead
   * @param description what is done, in words
   * @param isSame whether readers see the same
   */
  private record Substitute(Span span, String tex, String description, boolean isSame) {}

  private static Optional<Substitute> substitute(
      JudgedFormula formula, TexStructure structure, Occurrence occurrence) {
    if (occurrence.token().isEmpty()) {
      Span gap = Span.at(occurrence.span().start() + 1);
      return Optional.of(new Substitute(gap, " ", "put a space behind `\\\\`", true));
    }
    String tex = formula.tex();
    int end = occurrence.token().get().span().end();
    return switch (occurrence.token().get().name()) {
      case "\\operatorname", "\\operatornamewithlimits" -> operator(tex, structure, occurrence);
      case "\\phantom", "\\hphantom", "\\vphantom" -> {
        boolean isEmpty = tex.startsWith("{}", end);
        yield isEmpty
            ? Optional.of(
                new Substitute(
                    new Span(occurrence.span().start(), end + 2), "{}", "write `{}`", true))
            : Optional.empty();
      }
      case "\\unicode" -> character(tex, occurrence, end);
      default -> Optional.empty();
    };
  }

  private static Optional<Substitute> operator(
      String tex, TexStructure structure, Occurrence occurrence) {
    Token command = occurrence.token().orElseThrow();
    boolean isStarred =
        command.name().equals("\\operatornamewithlimits")
            || tex.startsWith("*", command.span().end());
    Optional<Scope> argument =
        structure.scopes().stream()
            .filter(scope -> scope.kind() == Scope.Kind.ARGUMENT && scope.isBraced())
            .filter(scope -> scope.owner().filter(command::equals).isPresent())
            .findFirst();
    if (argument.isEmpty()) {
      return Optional.empty();
    }
    Span span = argument.get().span();
    String name = tex.substring(span.start() + 1, span.end() - 1);
    String next = tex.substring(span.end(), Math.min(tex.length(), span.end() + 8)).stripLeading();
    boolean isScripted = next.startsWith("_") || next.startsWith("^") || next.startsWith("'");
    String instead =
        "\\mathop{\\mathrm{" + name + "}}" + (isScripted && !isStarred ? "\\nolimits" : "");
    return Optional.of(
        new Substitute(
            new Span(occurrence.span().start(), span.end()),
            instead,
            "write `\\mathop{\\mathrm{…}}`",
            PLAIN_NAME.matcher(name).matches()));
  }

  private static Optional<Substitute> character(String tex, Occurrence occurrence, int end) {
    Matcher argument = CODE_POINT.matcher(tex).region(end, tex.length());
    if (!argument.lookingAt()) {
      return Optional.empty();
    }
    int code =
        argument.group(1) != null
            ? Integer.parseInt(argument.group(1), 16)
            : Integer.parseInt(argument.group(2));
    if (!Character.isLetterOrDigit(code) || Character.getType(code) == Character.SURROGATE) {
      return Optional.empty();
    }
    String character = Character.toString(code);
    return Optional.of(
        new Substitute(
            new Span(occurrence.span().start(), argument.end()),
            "{" + character + "}",
            "write `" + character + "`",
            false));
  }
}
