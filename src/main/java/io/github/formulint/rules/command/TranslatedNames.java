package io.github.formulint.rules.command;

import io.github.formulint.source.Span;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Mode;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.TranslatedCommands;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds names of commands that were translated ({@code \시작}, {@code \ 베타}) or torn from their
 * backslash ({@code \ frac {d} {dx}}). A word behind a backslash and a space may be a word: it
 * counts only where it cannot be one.
 */
final class TranslatedNames {

  /** Translations of more words are not known. */
  private static final int MOST_WORDS = 3;

  private static final int LONGEST_WORD = 20;

  /** Commands that work on what stands in the braces behind them. */
  private static final Set<String> BRACED =
      Set.of(
          "\\begin",
          "\\end",
          "\\frac",
          "\\sqrt",
          "\\text",
          "\\hat",
          "\\bar",
          "\\vec",
          "\\label",
          "\\overline",
          "\\underline",
          "\\operatorname",
          "\\tag",
          "\\mathbf");

  /** Commands whose names, in any script, are no words of a text. */
  private static final Set<String> SIGNS =
      Set.of(
          "\\alpha",
          "\\beta",
          "\\gamma",
          "\\delta",
          "\\epsilon",
          "\\varepsilon",
          "\\zeta",
          "\\eta",
          "\\theta",
          "\\phi",
          "\\psi",
          "\\rho",
          "\\iota",
          "\\kappa",
          "\\lambda",
          "\\sigma",
          "\\tau",
          "\\upsilon",
          "\\varphi",
          "\\omega",
          "\\Delta",
          "\\Gamma",
          "\\Lambda",
          "\\Omega",
          "\\Sigma",
          "\\Theta",
          "\\leftarrow",
          "\\rightarrow",
          "\\Rightarrow",
          "\\Leftarrow",
          "\\leftrightarrow",
          "\\infty",
          "\\partial",
          "\\nabla",
          "\\cdot",
          "\\cdots",
          "\\ldots",
          "\\dots",
          "\\leq",
          "\\geq",
          "\\neq",
          "\\approx",
          "\\equiv",
          "\\quad",
          "\\qquad",
          "\\mapsto",
          "\\forall",
          "\\subseteq",
          "\\otimes",
          "\\oplus");

  /** Those of them whose translations are everyday words. */
  private static final Set<String> WORDS = Set.of("\\infty", "\\partial", "\\approx", "\\quad");

  /** Signs that mostly have limits. */
  private static final Set<String> SUMS =
      Set.of("\\sum", "\\prod", "\\int", "\\oint", "\\bigcup", "\\bigcap");

  /** Commands that a bracket must follow. */
  private static final Set<String> DELIMITERS = Set.of("\\left", "\\right");

  /**
   * A name.
   *
   * @param span from its backslash to its end, in UTF-16 offsets into the TeX
   * @param meant the command of the original, with its backslash, if it can be told
   * @param isTorn whether only a space stands between the backslash and the name
   */
  record Name(Span span, Optional<String> meant, boolean isTorn) {}

  private final List<PlacedToken> tokens;

  /** Whether some command is whole: a translator tears all of them, an author means a word. */
  private final boolean hasWhole;

  private final List<Name> names = new ArrayList<>();

  /** Names of which each alone might be a word. */
  private final List<Name> unsure = new ArrayList<>();

  private TranslatedNames(List<PlacedToken> tokens) {
    this.tokens = tokens;
    this.hasWhole =
        tokens.stream().anyMatch(token -> token.token().kind() == Token.Kind.CONTROL_WORD);
  }

  /** Returns whether TeX holds a backslash before a space or a letter that is not Latin. */
  static boolean mayHold(String tex) {
    for (int at = tex.indexOf('\\'); at >= 0 && at + 1 < tex.length(); at = tex.indexOf('\\', at)) {
      char next = tex.charAt(at + 1);
      if (next == ' ' || next > 0x7F) {
        return true;
      }
      at += 2;
    }
    return false;
  }

  /** Returns the names, in order. */
  static List<Name> of(List<PlacedToken> tokens) {
    TranslatedNames found = new TranslatedNames(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).mode() == Mode.MATH) {
        found.take(i);
      }
    }
    if (!found.names.isEmpty()) {
      found.names.addAll(found.unsure);
      found.names.sort((one, other) -> one.span().compareTo(other.span()));
    }
    return List.copyOf(found.names);
  }

  private void take(int index) {
    Token token = tokens.get(index).token();
    if (token.isCommand("\\ ")) {
      // Behind a word of another script, or a comma, it is just a space.
      boolean isSpacing =
          index > 0
              && (isLetter(character(index - 1))
                  || ",;:，、".indexOf(character(index - 1)) >= 0 && character(index - 1) > 0);
      if (token.text().equals("\\ ") && !isSpacing) {
        torn(index);
        translated(index, true);
      }
    } else if (token.kind() == Token.Kind.CONTROL_SYMBOL && isLetter(token.text().codePointAt(1))) {
      translated(index, false);
    }
  }

  /** {@code \ frac {d} {dx}}. */
  private void torn(int index) {
    int end = index + 1;
    StringBuilder word = new StringBuilder("\\");
    while (end < tokens.size() && isLatin(end) && word.length() < LONGEST_WORD) {
      word.append(tokens.get(end++).text());
    }
    String name =
        isCapitalizedSign(word.toString())
            ? word.toString().toLowerCase(java.util.Locale.ROOT)
            : word.toString();
    if (name.length() < 3 || end < tokens.size() && isLatin(end)) {
      return;
    }
    Optional<Command> known =
        CommandTable.katex().find(name).filter(command -> command.isAllowedIn(Mode.MATH));
    boolean isCommand =
        SIGNS.contains(name) && !hasWhole && !isInWord(index, end)
            || SUMS.contains(name) && isScript(end)
            || known.filter(Command::takesArguments).isPresent() && isGroup(end)
            || DELIMITERS.contains(name) && isDelimiter(end)
            || (name.equals("\\begin") || name.equals("\\end")) && isGroup(end);
    if (isCommand) {
      names.add(new Name(span(index, end), Optional.of(name), true));
    } else if (known.isPresent()) {
      unsure.add(new Name(span(index, end), Optional.of(name), true));
    } else if (!hasWhole) {
      unsure.add(new Name(span(index, end), Optional.empty(), true));
    }
  }

  /** Translators begin sentences with capital letters. */
  private static boolean isCapitalizedSign(String name) {
    return !SIGNS.contains(name) && SIGNS.contains(name.toLowerCase(java.util.Locale.ROOT));
  }

  /** {@code \시작} or {@code \ 시작}. */
  private void translated(int index, boolean isSpaced) {
    String first = isSpaced ? "" : tokens.get(index).text().substring(1);
    StringBuilder words = new StringBuilder(first);
    Optional<Name> longest = Optional.empty();
    int at = index + 1;
    for (int count = 1; count <= MOST_WORDS; count++) {
      while (at < tokens.size() && isLetter(character(at)) && words.length() < LONGEST_WORD) {
        words.append(tokens.get(at++).text());
      }
      int end = at;
      Optional<String> meant = TranslatedCommands.find(words.toString());
      boolean fits = meant.filter(command -> !isSpaced || fits(command, end)).isPresent();
      if (fits) {
        longest = Optional.of(new Name(span(index, end), meant, false));
      } else if (count == 1 && meant.isPresent()) {
        unsure.add(new Name(span(index, end), meant, false));
      } else if (count == 1 && !isSpaced && isIdeographOrSyllable(first.codePointAt(0))) {
        longest = Optional.of(new Name(span(index, end), Optional.empty(), false));
      }
      if (at + 1 >= tokens.size() || !isSpace(at) || !isLetter(character(at + 1))) {
        break;
      }
      words.append(' ');
      at++;
    }
    longest.ifPresent(
        name -> {
          unsure.removeIf(other -> other.span().start() == name.span().start());
          names.add(name);
        });
  }

  private boolean fits(String command, int next) {
    if (DELIMITERS.contains(command)) {
      return isDelimiter(next);
    }
    if (BRACED.contains(command)) {
      return isGroup(next);
    }
    return SIGNS.contains(command) && !WORDS.contains(command) || isScript(next);
  }

  private boolean isScript(int index) {
    int at = isSpace(index) ? index + 1 : index;
    return at < tokens.size()
        && (tokens.get(at).token().kind() == Token.Kind.SUBSCRIPT
            || tokens.get(at).token().kind() == Token.Kind.SUPERSCRIPT);
  }

  /** Whether a name is part of a longer one, such as {@code delta_1} of a program. */
  private boolean isInWord(int index, int end) {
    return end < tokens.size() && Character.isDigit(character(end))
        || index > 0 && Character.isLetterOrDigit(character(index - 1)) && isApplied(end);
  }

  private boolean isApplied(int index) {
    return index < tokens.size() && character(index) == '(';
  }

  private boolean isGroup(int index) {
    int at = isSpace(index) ? index + 1 : index;
    return at < tokens.size() && tokens.get(at).token().kind() == Token.Kind.BEGIN_GROUP;
  }

  private boolean isDelimiter(int index) {
    int at = isSpace(index) ? index + 1 : index;
    if (at >= tokens.size()) {
      return false;
    }
    String text = tokens.get(at).text();
    return text.length() == 1 && "()[]|.".contains(text)
        || Set.of("\\{", "\\}", "\\|").contains(text);
  }

  private boolean isSpace(int index) {
    return index < tokens.size() && tokens.get(index).token().kind() == Token.Kind.SPACE;
  }

  private boolean isLatin(int index) {
    int c = character(index);
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  /** Whether this is a letter of a script in which no command is named, nor any variable. */
  private static boolean isLetter(int c) {
    return c >= 0x400 && (isIdeographOrSyllable(c) || c <= 0x52F && Character.isLetter(c));
  }

  private static boolean isIdeographOrSyllable(int c) {
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN
        || script == UnicodeScript.HANGUL
        || script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || c == 'ー';
  }

  private Span span(int first, int end) {
    return new Span(tokens.get(first).span().start(), tokens.get(end - 1).span().end());
  }

  private int character(int index) {
    Token token = tokens.get(index).token();
    return token.kind() == Token.Kind.CHARACTER ? token.text().codePointAt(0) : 0;
  }
}
