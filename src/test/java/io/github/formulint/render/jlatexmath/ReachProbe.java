package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.translation.Vocabulary;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.render.mathjax.MathJaxProvider;
import io.github.formulint.render.mathjax.MathJaxSetup;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The process that {@link ReachTest} watches: renders each command of the engines with paths,
 * addresses and names in each of its arguments, twice, the second time between two looks for files
 * that are not there.
 */
final class ReachProbe {

  /** Looked for when the watch begins, and when it ends. */
  static final String BEGIN = "watch-begins-here";

  static final String END = "watch-ends-here";

  /** Commands of MathJax and its packages that name files, addresses, packages or elements. */
  private static final List<String> OF_MATHJAX =
      List.of(
          "require",
          "href",
          "url",
          "class",
          "cssId",
          "style",
          "data",
          "bbox",
          "mmlToken",
          "unicode",
          "toggle",
          "mathtip",
          "texttip",
          "ce",
          "pu",
          "newcommand",
          "newenvironment",
          "DeclareMathOperator",
          "label",
          "ref",
          "eqref",
          "tag",
          "mbox",
          "setOptions",
          "mathtoolsset",
          "Newextarrow",
          "definecolor",
          "enclose",
          "verb",
          "eqalign",
          "begingroup");

  private ReachProbe() {}

  public static void main(String[] baits) throws Exception {
    List<MathSource> formulas = formulas(List.of(baits));
    Engines.onWorker(
        () -> {
          try (RenderEngine katex = new KatexProvider().open();
              RenderEngine jlatexmath = inTheSandbox();
              RenderEngine full = new MathJaxProvider(MathJaxSetup.FULL).open();
              RenderEngine standard = new MathJaxProvider(MathJaxSetup.STANDARD).open()) {
            List<RenderEngine> engines = List.of(katex, jlatexmath);
            List<RenderEngine> mathjax = List.of(full, standard);
            List<MathSource> called = calls(List.of(baits));
            // What is loaded when first needed, from the program's own jar, is there after that.
            List<MathSource> harmless = formulas(List.of("x"));
            harmless.addAll(otherLetters());
            harmless.addAll(constructs());
            render(engines, harmless);
            render(mathjax, calls(List.of("x")));
            Files.exists(Path.of(BEGIN));
            int rendered = render(engines, formulas) + render(mathjax, called);
            Files.exists(Path.of(END));
            System.out.println(formulas.size() + " formulas, rendered " + rendered);
          }
        });
  }

  /** Returns the engine that runs in the sandbox, which tries whatever comes. */
  private static RenderEngine inTheSandbox() throws Exception {
    return new TranslatedEngine(new TypesetterFactory(), new Fonts(notice -> {}), Optional.empty());
  }

  private static int render(List<RenderEngine> engines, List<MathSource> formulas) {
    int rendered = 0;
    for (MathSource formula : formulas) {
      for (RenderEngine engine : engines) {
        if (engine.render(formula).isRendered()) {
          rendered++;
        }
      }
    }
    return rendered;
  }

  /** The letters that JLaTeXMath leaves to the fonts of the machine, in each style of text. */
  private static List<MathSource> otherLetters() {
    List<MathSource> formulas = new ArrayList<>();
    for (String style : List.of("text", "textbf", "textit", "textsf", "texttt", "mathbf")) {
      for (String letters : List.of("中", "é", "Ж", "λ", "ア", "한", "ب", "😀", "№", "~/.:!-_x")) {
        formulas.add(Engines.inline("\\" + style + "{" + letters + "}"));
      }
    }
    return formulas;
  }

  private static List<MathSource> constructs() {
    return List.of(
        Engines.display("\\begin{array}{|c||l:r|}a&b&c\\\\\\hline d\\end{array}"),
        Engines.inline("\\nosuchcommand"),
        Engines.inline("\\begin{nosuch}x\\end{nosuch}"),
        Engines.inline("\\left("),
        Engines.inline("\\def\\a{\\a}\\a"));
  }

  /** Returns what only MathJax has with each bait in its arguments, and all others with one. */
  private static List<MathSource> calls(List<String> baits) throws Exception {
    List<MathSource> formulas = new ArrayList<>();
    for (String bait : baits) {
      for (String name : OF_MATHJAX) {
        formulas.add(Engines.inline("\\" + name + "{" + bait + "}"));
        formulas.add(call("\\" + name, bait));
      }
    }
    int next = 0;
    for (String name : commands().keySet()) {
      formulas.add(call(name, baits.get(next++ % baits.size())));
    }
    return formulas;
  }

  private static MathSource call(String name, String bait) {
    return Engines.display(name + "{" + bait + "}{" + bait + "}{" + bait + "}");
  }

  /** Returns each command with each bait in each of its arguments. */
  private static List<MathSource> formulas(List<String> baits) throws Exception {
    List<MathSource> formulas = new ArrayList<>();
    for (Map.Entry<String, Integer> command : commands().entrySet()) {
      for (String bait : baits) {
        formulas.add(
            Engines.display(command.getKey() + "[" + bait + "]{" + bait + "}{" + bait + "}"));
        for (int place = 0; place < command.getValue(); place++) {
          formulas.add(
              new MathSource(
                  use(command.getKey(), command.getValue(), place, bait), MathStyle.INLINE));
        }
      }
    }
    for (String bait : baits) {
      formulas.add(Engines.display("\\begin{" + bait + "}x\\end{" + bait + "}"));
      formulas.add(Engines.display("\\begin{array}{" + bait + "}x\\end{array}"));
    }
    return formulas;
  }

  private static String use(String command, int arguments, int place, String bait) {
    StringBuilder use = new StringBuilder(command);
    for (int i = 0; i < arguments; i++) {
      use.append('{').append(i == place ? bait : "x").append('}');
    }
    return use.toString();
  }

  /** Returns all commands of both engines, those out of reach too, with their arguments' number. */
  private static Map<String, Integer> commands() throws Exception {
    Map<String, Integer> commands = new TreeMap<>();
    for (Command command : CommandTable.katex().commands()) {
      if (command.name().startsWith("\\")) {
        commands.put(command.name(), command.arguments().size());
      }
    }
    Map<String, Integer> theirs = new TypesetterFactory().create(Manner.TRANSLATED).commands();
    theirs.forEach((name, arguments) -> add(commands, name, arguments));
    addAll(commands, Vocabulary.removed(Manner.TRANSLATED));
    addAll(commands, List.of("jlmText", "includegraphics", "input", "include", "openin", "write"));
    return commands;
  }

  private static void addAll(Map<String, Integer> commands, Collection<String> names) {
    names.forEach(name -> add(commands, name, 2));
  }

  private static void add(Map<String, Integer> commands, String name, int arguments) {
    commands.merge("\\" + name, arguments, Math::max);
  }
}
