package io.github.formulint.rules.cjk;

import io.github.formulint.tex.Scope;
import java.util.Map;
import java.util.Optional;

/** Commands that set text in the font in which mathematics would be set at a place. */
final class TextFont {

  /** What sets letters of mathematics in a font, and what does the same with text. */
  private static final Map<String, String> TEXT_OF =
      Map.ofEntries(
          Map.entry("\\mathrm", "\\text"),
          Map.entry("\\mathnormal", "\\text"),
          Map.entry("\\mathcal", "\\text"),
          Map.entry("\\mathscr", "\\text"),
          Map.entry("\\mathfrak", "\\text"),
          Map.entry("\\mathbb", "\\text"),
          Map.entry("\\mathbf", "\\textbf"),
          Map.entry("\\bold", "\\textbf"),
          Map.entry("\\mathit", "\\textit"),
          Map.entry("\\mathsf", "\\textsf"),
          Map.entry("\\mathtt", "\\texttt"));

  /** What makes anything bold, and stays. */
  private static final Map<String, String> BOLD =
      Map.of("\\boldsymbol", "\\textbf", "\\bm", "\\textbf", "\\pmb", "\\textbf");

  /** A command further out is not looked for, so that deep nesting takes linear time. */
  private static final int MOST_SCOPES = 50;

  private TextFont() {}

  /** Returns the command for text in a scope, such as {@code \textbf} within {@code \mathbf}. */
  static String at(Scope scope) {
    return scope
        .andAncestors()
        .limit(MOST_SCOPES)
        .map(TextFont::name)
        .filter(name -> TEXT_OF.containsKey(name) || BOLD.containsKey(name))
        .findFirst()
        .map(name -> TEXT_OF.getOrDefault(name, "\\textbf"))
        .orElse("\\text");
  }

  /** Returns what to write instead of the command of which a scope is the argument. */
  static Optional<String> insteadOfOwner(Scope scope) {
    return Optional.ofNullable(TEXT_OF.get(name(scope)));
  }

  private static String name(Scope scope) {
    return scope.kind() == Scope.Kind.ARGUMENT
        ? scope.owner().map(owner -> owner.name()).orElse("")
        : "";
  }
}
