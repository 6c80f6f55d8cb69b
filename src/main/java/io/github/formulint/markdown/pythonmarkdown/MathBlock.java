package io.github.formulint.markdown.pythonmarkdown;

import io.github.formulint.markdown.CharacterReferences;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.MappedText;
import io.github.formulint.tex.MathStyle;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block that is all one formula: {@code RE_DOLLAR_BLOCK}, {@code RE_BRACKET_BLOCK} and {@code
 * RE_TEX_BLOCK} of arithmatex, from {@code ^} to {@code [ ]*$}. Lines inside stand as they are,
 * with their indentation.
 */
final class MathBlock {

  private static final Pattern BEGIN = Pattern.compile("\\\\begin\\{([a-z]+\\*?)\\}");

  private MathBlock() {}

  /** Returns the formula that a block is, if it is one. */
  static Optional<Formula> in(MappedText block, FormulaContext context) {
    if (!block.startsWith("$$") && !block.startsWith("\\")) {
      return Optional.empty();
    }
    String text = block.toString();
    int end = text.endsWith("\n") ? text.length() - 1 : text.length();
    end = Preprocessors.trimEnd(text.substring(0, end)).length();
    if (text.startsWith("$$")) {
      return closed(text, 2, end - 2, "$$") && isUnit(text, 2, end - 2, false)
          ? Optional.of(formula(block, Delimiter.DOUBLE_DOLLAR, 2, end - 2, end, context))
          : Optional.empty();
    }
    if (text.startsWith("\\[")) {
      return closed(text, 2, end - 2, "\\]") && isUnit(text, 2, end - 2, true)
          ? Optional.of(formula(block, Delimiter.BRACKET, 2, end - 2, end, context))
          : Optional.empty();
    }
    Matcher begin = BEGIN.matcher(text);
    if (begin.lookingAt()) {
      String closer = "\\end{" + begin.group(1) + "}";
      int texEnd = end - closer.length();
      if (closed(text, begin.end(), texEnd, closer) && isUnit(text, begin.end(), texEnd, false)) {
        return Optional.of(formula(block, Delimiter.ENVIRONMENT, 0, end, end, context));
      }
    }
    return Optional.empty();
  }

  private static boolean closed(String text, int start, int end, String closer) {
    return end > start && text.startsWith(closer, end);
  }

  /** Returns whether a closer at {@code end} is no part of {@code \x}; {@code \]} always closes. */
  private static boolean isUnit(String text, int start, int end, boolean closesAtBracket) {
    int i = start;
    while (i < end) {
      if (text.charAt(i) == '\\') {
        if (closesAtBracket && text.charAt(i + 1) == ']') {
          return false;
        }
        i++;
      }
      i++;
    }
    return i == end;
  }

  private static Formula formula(
      MappedText block,
      Delimiter delimiter,
      int start,
      int texEnd,
      int end,
      FormulaContext context) {
    MappedText tex = CharacterReferences.decoded(block.slice(start, texEnd));
    return new Formula(
        delimiter,
        MathStyle.DISPLAY,
        block.sourceSpan(0, end),
        block.sourceSpan(start, texEnd),
        tex.toString(),
        tex.offsets(0, tex.length()),
        context);
  }
}
