package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.Optional;
import java.util.regex.Pattern;

/** Commands with lengths: spaces between letters and between rows. */
final class Spaces {

  private static final Pattern LENGTH_START =
      Pattern.compile("[-+]? *(?:|\\d+|\\d+\\.\\d*|\\.\\d*) *[a-z]{0,2} *");

  /** About how far a row of letters reaches below its line, in em. */
  private static final double STRUT_DEPTH = 0.2;

  private Spaces() {}

  static void newRow(Translator out, Token command) throws RefusalException {
    if (command.text().equals("\\newline")) {
      out.requireNoScript(command);
    }
    Optional<Length> gap = Optional.empty();
    boolean hasGap =
        command.text().equals("\\\\")
            && out.in().peek().isPresent()
            && out.in().peek().get().text().equals("[");
    if (hasGap) {
      String text = TokenReader.text(out.in().optionalArgument().orElseThrow());
      gap = Length.parse(text);
      if (gap.isEmpty()) {
        throw RefusalException.at(
            command,
            command.text() + "[" + text + "] holds no length; for a bracket, write \\\\{}[");
      }
    }
    if (gap.isPresent() && gap.get().number() > 0) {
      String depth = Length.format(gap.get().em() + STRUT_DEPTH, "em");
      out.put("\\rule[-" + depth + "]{0pt}{" + depth + "}");
    }
    Optional<Environment> environment = out.cellEnvironment();
    if (environment.isPresent() && environment.get().rows() == Environment.Rows.TAGGED) {
      out.tags().endRow();
    }
    out.markRows();
    out.put("\\\\");
    out.cellStart();
  }

  static void kern(Translator out, Token command) throws RefusalException {
    out.requireNotArgument(command);
    out.requireNoScript(command);
    out.put("\\kern{" + length(out, command).tex() + "}");
  }

  static void above(Translator out, Token command) throws RefusalException {
    String length = length(out, command).tex();
    Constructs.infix(out, command, "\\above " + length + " ");
  }

  static void hspace(Translator out, Token command) throws RefusalException {
    out.in().skipBlanks();
    if (out.in().peek().isPresent() && out.in().peek().get().text().equals("*")) {
      out.in().take();
    }
    out.put("\\kern{" + length(out, command).tex() + "}");
  }

  /** Reads a length with or without braces, as KaTeX does. */
  private static Length length(Translator out, Token command) throws RefusalException {
    out.in().skipBlanks();
    String text;
    if (out.in().peek().isPresent() && out.in().peek().get().kind() == Token.Kind.BEGIN_GROUP) {
      text = out.in().argumentText(command);
      if (text.isBlank()) {
        text = "0pt";
      }
    } else {
      text = bareLength(out);
    }
    String found = text;
    return Length.parse(text)
        .orElseThrow(
            () ->
                RefusalException.at(
                    command,
                    found.isBlank()
                        ? command.text() + " lacks a length such as 1em"
                        : command.text() + " has no valid length: " + found.strip()));
  }

  private static String bareLength(Translator out) {
    StringBuilder text = new StringBuilder();
    while (out.in().peek().isPresent()) {
      Token token = out.in().peek().get();
      String next = token.kind() == Token.Kind.SPACE ? " " : token.text();
      if (!LENGTH_START.matcher(text + next).matches()) {
        break;
      }
      text.append(next);
      out.in().take();
    }
    return text.toString();
  }
}
