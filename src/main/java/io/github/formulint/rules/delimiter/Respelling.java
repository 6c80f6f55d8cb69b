package io.github.formulint.rules.delimiter;

import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.diagnostic.Edit;
import io.github.formulint.diagnostic.Fix;
import io.github.formulint.markdown.Delimiter;
import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.FormulaContext;
import io.github.formulint.markdown.Platform;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathStyle;
import java.util.ArrayList;
import java.util.List;

/**
 * Another way to write a formula: other delimiters, spaces or line ends around it, or other
 * commands for the same signs. Immutable.
 *
 * @param fix the edits
 * @param shown the new form in short, for people
 * @param readers the platforms that read it in a small document
 */
record Respelling(Fix fix, String shown, List<Platform> readers) {

  /** So many ways that serve all platforms are proposed: the first is nearly always proven. */
  private static final int ENOUGH = 2;

  private static final List<Delimiter> BLOCKS =
      List.of(
          Delimiter.DOUBLE_DOLLAR,
          Delimiter.MATH_FENCE,
          Delimiter.BRACKET,
          Delimiter.DOUBLE_BACKSLASH_BRACKET);

  /** Copies the list. */
  Respelling {
    readers = List.copyOf(readers);
  }

  /** Returns display TeX between delimiters on lines of their own. */
  static String onOwnLines(String opener, String tex, String closer) {
    return opener + "\n" + withoutBlankLines(tex) + "\n" + closer;
  }

  /** Returns TeX without the blank lines in it and the white space around it. */
  static String withoutBlankLines(String tex) {
    return tex.strip().replaceAll("[ \\t]*\\n(?:[ \\t]*\\n)+", "\n");
  }

  /**
   * Returns ways to write a formula that some of the platforms read, those that more of them read
   * first, then the nearest to what stands there.
   *
   * @param formula the formula
   * @param document where it stands
   * @param platforms where the document is published
   */
  static List<Respelling> of(Formula formula, SourceFile document, List<Platform> platforms) {
    List<Respelling> found = new ArrayList<>();
    boolean isAlone = BlockEdit.isAlone(formula, document.text());
    boolean isBlock = isAlone || formula.tex().contains("\\begin") || formula.tex().contains("\n");
    boolean takesLines =
        formula.context() != FormulaContext.TABLE_CELL
            && formula.context() != FormulaContext.HEADING;
    if (formula.style() == MathStyle.INLINE) {
      inline(formula, document, platforms, found);
    } else if (isBlock && takesLines) {
      display(formula, document, platforms, Applicability.SAFE, found);
    } else {
      inline(formula, document, platforms, found);
      if (takesLines) {
        display(formula, document, platforms, Applicability.UNSAFE, found);
      }
    }
    found.sort((one, other) -> Integer.compare(other.readers.size(), one.readers.size()));
    return List.copyOf(found);
  }

  private static void inline(
      Formula formula, SourceFile document, List<Platform> platforms, List<Respelling> found) {
    Neighbours neighbours = Neighbours.of(document.text(), formula);
    String present = formula.span().of(document.text());
    int best = 0;
    int complete = 0;
    for (String tex : Names.of(oneLine(formula.tex()))) {
      for (Delimiter delimiter : inlineDelimiters(formula)) {
        if (complete > 0
            && delimiter == Delimiter.DOUBLE_DOLLAR
            && formula.style() == MathStyle.INLINE) {
          // For people `$$` means a block, so it is the last resort.
          continue;
        }
        String spelling = delimiter.opener() + tex + delimiter.closer();
        for (Spacing spacing : Spacing.of(neighbours)) {
          String written = spacing.apply(spelling);
          String small = spacing.around(neighbours).document(spelling);
          List<Platform> readers =
              platforms.stream().filter(each -> reads(each, formula, small, tex)).toList();
          boolean isComplete = readers.size() == platforms.size();
          if (written.equals(present) || !isComplete && readers.size() <= best) {
            continue;
          }
          best = readers.size();
          boolean staysDisplay =
              formula.style() == MathStyle.INLINE || delimiter == Delimiter.DOUBLE_DOLLAR;
          Fix fix =
              new Fix(
                  describe(formula, delimiter, tex, spacing),
                  staysDisplay ? Applicability.SAFE : Applicability.UNSAFE,
                  List.of(new Edit(formula.span(), written)));
          found.add(new Respelling(fix, spelling, readers));
          if (isComplete) {
            complete++;
            break;
          }
        }
        if (complete == ENOUGH) {
          return;
        }
      }
    }
  }

  /** Returns whether a platform reads it, and does not make a block of an inline formula. */
  private static boolean reads(Platform platform, Formula formula, String small, String tex) {
    return formula.style() == MathStyle.INLINE
        ? Probe.reads(platform, small, tex, MathStyle.INLINE)
        : Probe.reads(platform, small, tex);
  }

  private static List<Delimiter> inlineDelimiters(Formula formula) {
    List<Delimiter> delimiters = new ArrayList<>();
    if (formula.style() == MathStyle.DISPLAY) {
      delimiters.add(Delimiter.DOUBLE_DOLLAR);
    } else if (formula.delimiter() != Delimiter.ENVIRONMENT) {
      delimiters.add(formula.delimiter());
    }
    for (Delimiter delimiter :
        List.of(
            Delimiter.DOLLAR,
            Delimiter.DOLLAR_BACKTICK,
            Delimiter.PARENTHESIS,
            Delimiter.DOUBLE_BACKSLASH_PARENTHESIS,
            Delimiter.DOUBLE_DOLLAR)) {
      if (!delimiters.contains(delimiter)) {
        delimiters.add(delimiter);
      }
    }
    return delimiters;
  }

  private static String oneLine(String tex) {
    return tex.strip().replaceAll("\\s*\\n\\s*", " ");
  }

  private static String describe(
      Formula formula, Delimiter delimiter, String tex, Spacing spacing) {
    if (!tex.equals(oneLine(formula.tex()))) {
      return "write " + Names.changes(formula.tex(), tex) + ", which Markdown leaves alone";
    }
    if (delimiter != formula.delimiter()) {
      return "write it between " + marks(delimiter);
    }
    return spacing == Spacing.NONE
        ? "take away the white space inside the delimiters"
        : "put a space between the text and the formula";
  }

  private static void display(
      Formula formula,
      SourceFile document,
      List<Platform> platforms,
      Applicability applicability,
      List<Respelling> found) {
    int best = 0;
    BlockEdit edit = BlockEdit.of(formula, document.text());
    for (String tex : Names.of(withoutBlankLines(edit.tex()))) {
      for (Delimiter delimiter : BLOCKS) {
        for (String spelling :
            List.of(
                onOwnLines(delimiter.opener(), tex, delimiter.closer()),
                delimiter.opener() + oneLine(tex) + delimiter.closer())) {
          String small = "a\n\n" + spelling + "\n\na\n";
          List<Platform> readers =
              platforms.stream()
                  .filter(each -> Probe.reads(each, small, tex, MathStyle.DISPLAY))
                  .toList();
          if (readers.size() > best) {
            best = readers.size();
            Fix fix =
                new Fix(
                    describe(formula, delimiter, edit, tex), applicability, edit.write(spelling));
            found.add(new Respelling(fix, spelling.replace("\n", " "), readers));
          }
          if (best == platforms.size()) {
            return;
          }
        }
      }
    }
  }

  private static String describe(Formula formula, Delimiter delimiter, BlockEdit edit, String tex) {
    if (!tex.equals(withoutBlankLines(edit.tex()))) {
      return "write " + Names.changes(edit.tex(), tex) + ", which Markdown leaves alone";
    }
    return delimiter == formula.delimiter()
        ? "put `" + delimiter.opener() + "` on lines of their own"
        : "write it between " + marks(delimiter) + ", on lines of their own";
  }

  private static String marks(Delimiter delimiter) {
    return Quotes.code(delimiter.opener()) + " and " + Quotes.code(delimiter.closer());
  }
}
