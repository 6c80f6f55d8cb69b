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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    } else if (isBlock && takesLines && !BlockEdit.isEnclosed(formula, document.text())) {
      display(formula, document, platforms, Applicability.SAFE, found);
    } else {
      inline(formula, document, platforms, found);
      if (takesLines && !BlockEdit.isEnclosed(formula, document.text())) {
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
    Set<Delimiter> served = new HashSet<>();
    int best = 0;
    for (Form form : forms(formula, neighbours)) {
      if (served.contains(form.delimiter())
          || !served.isEmpty()
              && form.delimiter() == Delimiter.DOUBLE_DOLLAR
              && formula.style() == MathStyle.INLINE) {
        // For people `$$` means a block, so it is the last resort.
        continue;
      }
      String small = form.spacing().around(neighbours).document(form.spelling());
      List<Platform> readers =
          platforms.stream().filter(each -> reads(each, formula, small, form.tex())).toList();
      boolean isComplete = readers.size() == platforms.size();
      String written = form.spacing().apply(form.spelling());
      if (written.equals(present) || !isComplete && readers.size() <= best) {
        continue;
      }
      best = readers.size();
      boolean staysDisplay =
          formula.style() == MathStyle.INLINE || form.delimiter() == Delimiter.DOUBLE_DOLLAR;
      boolean isSafe = staysDisplay && form.spacing().isHarmless(neighbours);
      Fix fix =
          new Fix(
              describe(formula, form),
              isSafe ? Applicability.SAFE : Applicability.UNSAFE,
              List.of(new Edit(formula.span(), written)));
      found.add(new Respelling(fix, form.spelling(), readers));
      if (isComplete) {
        served.add(form.delimiter());
      }
      if (served.size() == ENOUGH) {
        return;
      }
    }
  }

  /** A way to write a formula in a line of text. */
  private record Form(Delimiter delimiter, String tex, Spacing spacing) {
    String spelling() {
      return delimiter.opener() + tex + delimiter.closer();
    }
  }

  /** Returns the ways to write a formula in a line, the nearest to what stands there first. */
  private static List<Form> forms(Formula formula, Neighbours neighbours) {
    List<Form> forms = new ArrayList<>();
    Map<Boolean, List<Spacing>> spacings =
        Spacing.of(neighbours).stream()
            .collect(Collectors.partitioningBy(spacing -> spacing.isUsual(neighbours)));
    for (String tex : Names.of(oneLine(formula.tex()))) {
      // A space that shows comes behind other delimiters, which do not show.
      for (boolean isUsual : List.of(true, false)) {
        for (Delimiter delimiter : inlineDelimiters(formula)) {
          for (Spacing spacing : spacings.get(isUsual)) {
            forms.add(new Form(delimiter, tex, spacing));
          }
        }
      }
    }
    return forms;
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

  private static String describe(Formula formula, Form form) {
    boolean isRenamed = !form.tex().equals(oneLine(formula.tex()));
    String names = isRenamed ? Names.changes(oneLine(formula.tex()), form.tex()) : "";
    if (form.delimiter() != formula.delimiter()) {
      return "write it between " + marks(form.delimiter()) + (isRenamed ? ", with " + names : "");
    }
    if (isRenamed) {
      return "write " + names;
    }
    return form.spacing() == Spacing.NONE
        ? "take away the white space inside the delimiters"
        : "put a space between the text and the formula";
  }

  private static void display(
      Formula formula,
      SourceFile document,
      List<Platform> platforms,
      Applicability applicability,
      List<Respelling> found) {
    Set<Delimiter> served = new HashSet<>();
    int best = 0;
    BlockEdit edit = BlockEdit.of(formula, document.text());
    for (String tex : Names.of(withoutBlankLines(edit.tex()))) {
      for (Delimiter delimiter : BLOCKS) {
        for (String spelling :
            List.of(
                onOwnLines(delimiter.opener(), tex, delimiter.closer()),
                delimiter.opener() + oneLine(tex) + delimiter.closer())) {
          if (served.contains(delimiter)) {
            continue;
          }
          String small = "a\n\n" + spelling + "\n\na\n";
          List<Platform> readers =
              platforms.stream()
                  .filter(each -> Probe.reads(each, small, tex, MathStyle.DISPLAY))
                  .toList();
          boolean isComplete = readers.size() == platforms.size();
          if (readers.size() > best || isComplete) {
            best = readers.size();
            Fix fix =
                new Fix(
                    describe(formula, delimiter, edit, tex, spelling),
                    applicability,
                    edit.write(spelling));
            found.add(new Respelling(fix, spelling.replace("\n", " "), readers));
          }
          if (isComplete) {
            served.add(delimiter);
          }
          if (served.size() == ENOUGH) {
            return;
          }
        }
      }
      if (!served.isEmpty()) {
        return;
      }
    }
  }

  private static String describe(
      Formula formula, Delimiter delimiter, BlockEdit edit, String tex, String spelling) {
    String place = spelling.contains("\n") ? "on lines of their own" : "on a line of its own";
    boolean isRenamed = !tex.equals(withoutBlankLines(edit.tex()));
    String names = isRenamed ? ", with " + Names.changes(withoutBlankLines(edit.tex()), tex) : "";
    return delimiter == formula.delimiter() && spelling.contains("\n")
        ? "put " + Quotes.code(delimiter.opener()) + " " + place + names
        : "write it between " + marks(delimiter) + ", " + place + names;
  }

  private static String marks(Delimiter delimiter) {
    return Quotes.code(delimiter.opener()) + " and " + Quotes.code(delimiter.closer());
  }
}
