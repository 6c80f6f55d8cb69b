package io.github.formulint.render.jlatexmath.isolated;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import org.scilab.forge.jlatexmath.ArrayOfAtoms;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.ColorAtom;
import org.scilab.forge.jlatexmath.HlineAtom;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.MatrixAtom;
import org.scilab.forge.jlatexmath.ParseException;
import org.scilab.forge.jlatexmath.RowAtom;
import org.scilab.forge.jlatexmath.StyleAtom;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXParser;
import org.scilab.forge.jlatexmath.VCenteredAtom;

/**
 * Commands that JLaTeXMath lacks and that cannot be told in terms of its own. Authors cannot use
 * their names; the translation does.
 */
final class Extensions {

  private Extensions() {}

  static void install() {
    add("formulintcolor", 1);
    add("formulintchoice", 4);
    add("formulintstrike", 2);
    add("formulintrows", 1);
    add("formulintcenter", 1);
    add("formulintmatrix", 2);
    add("formulintgather", 2);
    add("formulintalign", 2);
    add("formulintalignat", 3);
    add("formulintnumbered", 2);
    add("formulintcases", 2);
    add("formulintdashed", 2);
    add("formulintarrow", 3);
    add("formulintover", 2);
    add("formulintunder", 2);
    add("formulintdashes", 0);
  }

  private static void add(String name, int arguments) {
    MacroInfo.Commands.put(name, new Extension(name, arguments));
  }

  /** One class for all, and no lambdas: to link them would take longer than to start. */
  private static final class Extension extends MacroInfo {

    private final String name;

    private Extension(String name, int arguments) {
      super(arguments, 0);
      this.name = name;
    }

    @Override
    public Object invoke(TeXParser parser, String[] args) {
      return switch (name) {
        case "formulintcolor" -> color(parser, args);
        case "formulintchoice" -> choice(args);
        case "formulintstrike" -> strike(parser, args);
        case "formulintrows" -> rows(parser, args);
        case "formulintcenter" -> new VCenteredAtom(math(args[1]));
        case "formulintmatrix" -> matrix(args);
        case "formulintgather" -> gather(args);
        case "formulintalign" -> aligned(cells(args[2]), args[1], MatrixAtom.ALIGNED);
        case "formulintalignat" -> alignAt(args);
        case "formulintnumbered" -> numbered(args);
        case "formulintcases" -> cases(args);
        case "formulintdashed" -> DashedColumns.array(cells(args[2]), args[1]);
        case "formulintarrow" ->
            new ArrowAtom(ArrowShape.named(args[1]), math(args[2]), math(args[3]));
        case "formulintover" -> new StretchAtom(ArrowShape.named(args[1]), math(args[2]), true);
        case "formulintunder" -> new StretchAtom(ArrowShape.named(args[1]), math(args[2]), false);
        case "formulintdashes" -> dashes(parser);
        default -> throw new IllegalStateException(name);
      };
    }
  }

  private static Atom math(String tex) {
    return new TeXFormula(tex, false).root;
  }

  /** Colours all that follows in the group, as TeX's {@code \color} does. */
  private static Atom color(TeXParser parser, String[] args) {
    String rest = parser.getOverArgument();
    Atom colored =
        new TeXFormula(rest == null ? "" : rest, null, false, parser.isIgnoreWhiteSpace()).root;
    return new ColorAtom(colored, null, ColorAtom.getColor(args[1]));
  }

  private static Atom rows(TeXParser parser, String[] args) {
    return new TeXFormula(args[1], null, false, parser.isIgnoreWhiteSpace()).root;
  }

  private static Atom choice(String[] args) {
    return new ChoiceAtom(math(args[1]), math(args[2]), math(args[3]), math(args[4]));
  }

  private static Atom strike(TeXParser parser, String[] args) {
    return new StrikeAtom(
        StrikeAtom.Kind.valueOf(args[1]),
        new TeXFormula(args[2], null, false, parser.isIgnoreWhiteSpace()).root);
  }

  /** A matrix with all columns aligned to one side: {@code matrix*[r]}. */
  private static Atom matrix(String[] args) {
    int alignment =
        switch (args[1]) {
          case "l" -> TeXConstants.ALIGN_LEFT;
          case "r" -> TeXConstants.ALIGN_RIGHT;
          default -> TeXConstants.ALIGN_CENTER;
        };
    ArrayOfAtoms cells = cells(args[2]);
    return new MatrixAtom(false, cells, MatrixAtom.MATRIX, alignment, false);
  }

  /** Centered rows. */
  private static Atom gather(String[] args) {
    ArrayOfAtoms rows = cells(args[2]);
    int numbers = Numbering.add(rows, numbers(args[1]));
    return new MatrixAtom(false, rows, numbers == rows.col ? "" : "c".repeat(numbers) + "r");
  }

  /** Rows in pairs of columns. */
  private static Atom aligned(ArrayOfAtoms rows, String numbers, int type) {
    Numbering.add(rows, numbers(numbers));
    return new MatrixAtom(false, rows, type);
  }

  /** Unlike JLaTeXMath's own, it takes fewer columns than announced. */
  private static Atom alignAt(String[] args) {
    ArrayOfAtoms rows = cells(args[3]);
    if (rows.col > 2 * Integer.parseInt(args[1])) {
      throw new ParseException("Bad number of equations in alignat environment !");
    }
    return aligned(rows, args[2], MatrixAtom.ALIGNEDAT);
  }

  /** One number for all. */
  private static Atom numbered(String[] args) {
    Atom rows = new MatrixAtom(false, cells(args[2]), "");
    if (args[1].isEmpty()) {
      return rows;
    }
    RowAtom row = new RowAtom(rows);
    row.add(Numbering.behindGap(math(args[1])));
    return row;
  }

  /** The numbers of rows, parted by ends of rows; none where there is none. */
  private static List<Atom> numbers(String tex) {
    List<Atom> numbers = new ArrayList<>();
    if (!tex.isEmpty()) {
      ArrayOfAtoms rows = cells(tex);
      for (int i = 0; i < rows.row; i++) {
        numbers.add(rows.array.get(i).get(0));
      }
    }
    return numbers;
  }

  /** Columns at the left with a quad between the first two, each cell in the same style. */
  private static Atom cases(String[] args) {
    ArrayOfAtoms rows = cells(args[2]);
    int style = args[1].equals("D") ? TeXConstants.STYLE_DISPLAY : TeXConstants.STYLE_TEXT;
    for (LinkedList<Atom> row : rows.array) {
      for (ListIterator<Atom> cells = row.listIterator(); cells.hasNext(); ) {
        Atom cell = cells.next();
        if (cell != null && !(cell instanceof HlineAtom)) {
          cells.set(new StyleAtom(style, cell));
        }
      }
    }
    return new MatrixAtom(false, rows, "l".repeat(Math.max(1, rows.col)));
  }

  private static Atom dashes(TeXParser parser) {
    if (!parser.isArrayMode()) {
      throw new ParseException("The macro \\hdashline is only available in array mode !");
    }
    return new DashedLineAtom();
  }

  private static ArrayOfAtoms cells(String body) {
    ArrayOfAtoms cells = new ArrayOfAtoms();
    new TeXParser(false, body, cells, false).parse();
    cells.checkDimensions();
    return cells;
  }
}
