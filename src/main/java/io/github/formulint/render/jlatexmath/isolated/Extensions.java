package io.github.formulint.render.jlatexmath.isolated;

import org.scilab.forge.jlatexmath.ArrayOfAtoms;
import org.scilab.forge.jlatexmath.Atom;
import org.scilab.forge.jlatexmath.ColorAtom;
import org.scilab.forge.jlatexmath.MacroInfo;
import org.scilab.forge.jlatexmath.MatrixAtom;
import org.scilab.forge.jlatexmath.ParseException;
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
    add("formulintgather", 1);
    add("formulintalignat", 2);
  }

  private static void add(String name, int arguments) {
    MacroInfo.Commands.put(name, new Extension(name, arguments));
  }

  /** One class for all, and no lambdas: to link eight of them would take longer than to start. */
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
        case "formulintgather" -> new MatrixAtom(false, cells(args[1]), "");
        case "formulintalignat" -> alignAt(args);
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

  /** Unlike JLaTeXMath's own, it takes fewer columns than announced. */
  private static Atom alignAt(String[] args) {
    ArrayOfAtoms cells = cells(args[2]);
    if (cells.col > 2 * Integer.parseInt(args[1])) {
      throw new ParseException("Bad number of equations in alignat environment !");
    }
    return new MatrixAtom(false, cells, MatrixAtom.ALIGNEDAT);
  }

  private static ArrayOfAtoms cells(String body) {
    ArrayOfAtoms cells = new ArrayOfAtoms();
    new TeXParser(false, body, cells, false).parse();
    cells.checkDimensions();
    return cells;
  }
}
