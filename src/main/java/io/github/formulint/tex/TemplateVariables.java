package io.github.formulint.tex;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Variables of templates inside formulas: {@code @{param.N_MAX}}, {@code {{ site.limit }}}, {@code
 * {{< limit >}}} and inline code of R Markdown, {@code `r limit`}. Something else puts a value
 * there before the formula is rendered, so an engine must not judge their names. Stateless and
 * thread-safe.
 */
public final class TemplateVariables {

  private static final Pattern VARIABLE =
      Pattern.compile(
          "@\\{[A-Za-z_][\\w.-]*\\}"
              + "|\\{\\{ [A-Za-z_][\\w.-]* \\}\\}"
              + "|\\{\\{[A-Za-z_][\\w-]*\\.[\\w.-]+\\}\\}"
              + "|\\{\\{[<%] [^\\n]{0,500}? [>%]\\}\\}"
              + "|`(?:r|\\{[a-z]+\\}) [^`\\n]{1,500}`"
              + "|\\{%-? [^%\\n]* -?%\\}"
              + "|<%=? [^%\\n]* %>");

  private TemplateVariables() {}

  /**
   * Returns a formula with a number in braces in place of each variable; all else stays where it
   * is.
   *
   * @param tex any text
   * @return a text of the same length
   */
  public static String standIn(String tex) {
    if (!mayHoldVariable(tex)) {
      return tex;
    }
    StringBuilder standIn = new StringBuilder(tex);
    Matcher variable = VARIABLE.matcher(tex);
    while (variable.find()) {
      int length = variable.end() - variable.start();
      standIn.replace(variable.start(), variable.end(), "{" + "0".repeat(length - 2) + "}");
    }
    return standIn.toString();
  }

  /** One look at each character, since every formula is asked. */
  private static boolean mayHoldVariable(String tex) {
    for (int i = tex.length() - 1; i > 0; i--) {
      char c = tex.charAt(i);
      if (c == '{') {
        char before = tex.charAt(i - 1);
        if (before == '{' || before == '@') {
          return true;
        }
      } else if ((c == '}' || c == '>') && tex.charAt(i - 1) == '%' || c == '`') {
        return true;
      }
    }
    return false;
  }
}
