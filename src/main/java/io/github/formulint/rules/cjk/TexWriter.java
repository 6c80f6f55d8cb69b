package io.github.formulint.rules.cjk;

import io.github.formulint.diagnostic.Edit;
import io.github.formulint.rule.JudgedFormula;
import io.github.formulint.tex.PlacedToken;
import io.github.formulint.tex.Token;
import io.github.formulint.tex.Tokenizer;
import java.util.List;

/** Writes TeX in place of tokens, so that no command and letter run together. */
final class TexWriter {

  private final JudgedFormula formula;
  private final FormulaParts parts;

  TexWriter(JudgedFormula formula, FormulaParts parts) {
    this.formula = formula;
    this.parts = parts;
  }

  /** Returns the replacement of a part; one symbol without braces gets braces where it grows. */
  Edit replace(Part part, String tex) {
    return replace(part.first(), part.last(), tex);
  }

  /** Returns the replacement of tokens. */
  Edit replace(int first, int last, String tex) {
    boolean bare = FormulaParts.isBare(parts.tokens().get(first).scope());
    boolean braces = bare && !tex.startsWith("{") && Tokenizer.tokenize(tex).size() > 1;
    return exactly(first, last, braces ? "{" + tex + "}" : tex);
  }

  /** Returns the replacement of tokens by TeX to which no braces are added. */
  Edit exactly(int first, int last, String tex) {
    return formula.edit(parts.span(first, last), spaced(first, last, tex));
  }

  /** Returns TeX with the spaces that keep it apart from what stands around. */
  private String spaced(int first, int last, String tex) {
    List<PlacedToken> tokens = parts.tokens();
    String after = last + 1 < tokens.size() ? tokens.get(last + 1).text() : "";
    if (first > 0 && tokens.get(first - 1).token().kind() == Token.Kind.CONTROL_WORD) {
      String next = tex.isEmpty() ? after : tex;
      return startsWithLetter(next) ? " " + join(tex, after) : join(tex, after);
    }
    return join(tex, after);
  }

  /** Returns TeX with a space at its end if what follows would run into it. */
  static String join(String tex, String after) {
    boolean gluesToCommand = endsWithCommand(tex) && startsWithLetter(after);
    boolean opensTag = tex.endsWith("<") && !after.isEmpty() && isTagStart(after.charAt(0));
    return gluesToCommand || opensTag ? tex + " " : tex;
  }

  private static boolean startsWithLetter(String tex) {
    return !tex.isEmpty() && Tokenizer.isNameCharacter(tex.charAt(0));
  }

  private static boolean endsWithCommand(String tex) {
    int at = tex.length();
    while (at > 0 && Tokenizer.isNameCharacter(tex.charAt(at - 1))) {
      at--;
    }
    int slashes = at;
    while (slashes > 0 && tex.charAt(slashes - 1) == '\\') {
      slashes--;
    }
    return at < tex.length() && (at - slashes) % 2 == 1;
  }

  /** A less-than sign with a letter behind it begins a tag of HTML. */
  private static boolean isTagStart(char c) {
    return c < 0x80 && Character.isLetter(c) || c == '/' || c == '!' || c == '?';
  }
}
