package io.github.formulint.render.certifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Json;
import io.github.formulint.testing.SharedData;
import io.github.formulint.tex.ArgumentType;
import io.github.formulint.tex.Command;
import io.github.formulint.tex.CommandTable;
import io.github.formulint.tex.Environment;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What a certifier vouches for against the real engine. A formula that it does not vouch for is
 * shown to the engine in any case, so it is no risk and need not be tried here.
 *
 * <p>{@code -Dformulint.mutants=1000000} tries so many mutants rather than a few, all formulas of
 * the corpus rather than every fourth, and each command in each context rather than in every 15th.
 */
abstract class CertifierAgainstEngine {

  private static final int MUTANTS = Integer.getInteger("formulint.mutants", 15_000);

  private static final boolean THOROUGH = MUTANTS >= 1_000_000;

  private final Reference reference;
  private final int thrift;
  private final int leastPercent;

  /**
   * Makes the tests of one certifier.
   *
   * @param reference the certifier and its engine
   * @param thrift an engine that takes longer is shown so many times fewer formulas, but for a
   *     thorough run
   * @param leastPercent how many of 100 formulas of the corpus it vouches for at least
   */
  CertifierAgainstEngine(Reference reference, int thrift, int leastPercent) {
    this.reference = reference;
    this.thrift = THOROUGH ? 1 : thrift;
    this.leastPercent = leastPercent;
  }

  private int mutants() {
    return MUTANTS / thrift;
  }

  /** So many formulas are shown to the engine at a time. */
  private static final int BATCH = 20_000;

  /** Where a command may stand: {@code #} is the command with its arguments. */
  private static final List<String> CONTEXTS =
      List.of(
          "#",
          "x#y",
          "{#}",
          "#{x}",
          "x^#",
          "x_#^2",
          "x^2#^3",
          "#^2_3",
          "#'",
          "#\\limits_x",
          "\\frac#2",
          "\\frac{#}{#}",
          "\\sqrt#",
          "\\sqrt[#]{x}",
          "\\hat#",
          "\\mathbb{#}",
          "\\mathrm#",
          "\\boldsymbol{#}",
          "\\mathbin#x",
          "\\operatorname{#}",
          "\\operatorname{x#}^2",
          "\\text{#}",
          "\\text{a#中}",
          "\\text#",
          "\\textbf{#}",
          "\\texttt{x#}",
          "\\textsf{\\textit{#}}",
          "\\text{$#$}",
          "\\textbf{$#$}",
          "\\left#x\\right.",
          "\\left(x\\right#",
          "\\left(x\\middle#y\\right)",
          "\\left(#\\right)",
          "\\big#",
          "\\bigr{#}",
          "\\begin{matrix}#&x\\\\#\\end{matrix}",
          "\\begin{aligned}x#\\\\[1em]\\end{aligned}",
          "\\begin{array}{c}#x\\end{array}",
          "\\begin{array}{#}x\\end{array}",
          "\\begin{#}x\\end{#}",
          "\\begin{cases}x\\\\#\\end{cases}",
          "\\substack{#\\\\x}",
          "\\pmod#",
          "\\pmod{#}",
          "\\mod{#}^2",
          "\\boxed{#}",
          "\\underbrace{#}_x",
          "\\overset#x",
          "\\textcolor{red}{#}",
          "\\textcolor{#}{x}",
          "\\hspace{#}",
          "\\kern#",
          "\\kern1em#",
          "\\dots#",
          "\\not#",
          "#\\over x",
          "x\\over#",
          "\\rm#",
          "\\displaystyle#",
          "\\tag{#}",
          "x\\\\#",
          "\\xrightarrow[#]{#}\\text{中}",
          "\\mathllap{#}\\cancel{#}\\text{中}",
          "\\phantom#",
          "\\smash#");

  @Test
  void holdsForTheConformanceCases() throws IOException {
    Set<MathSource> formulas = new LinkedHashSet<>();
    for (String name : List.of("broken-formulas.jsonl", "katex-coverage.jsonl")) {
      String cases = Files.readString(SharedData.require("conformance/engines").resolve(name));
      Json.lines(cases).forEach(one -> addInBothStyles(formulas, (String) one.get("tex")));
    }
    assertNoneFalse(share(reference.certified(formulas), thrift));
  }

  @Test
  void holdsForTheCorpusAndSparesTheEngineMostOfIt() throws IOException {
    Set<MathSource> formulas = Reference.corpus("");
    List<MathSource> certified = reference.certified(formulas);
    assertThat(formulas).hasSizeGreaterThan(30_000);
    assertThat(certified).hasSizeGreaterThan(formulas.size() * leastPercent / 100);
    assertNoneFalse(share(certified, 4 * thrift));
  }

  @Test
  void holdsForMutationsOfTheCorpus() throws IOException {
    Mutations mutations = new Mutations(List.copyOf(Reference.corpus("OI-wiki+OI-wiki")), 7);
    int certified = 0;
    Set<MathSource> pending = new LinkedHashSet<>();
    for (int i = 1; i <= mutants(); i++) {
      MathSource mutant = mutations.next();
      if (reference.certifier().certifies(mutant)) {
        pending.add(mutant);
      }
      if (pending.size() == BATCH || i == mutants()) {
        assertNoneFalse(pending);
        certified += pending.size();
        pending.clear();
      }
    }
    System.out.println(mutants() + " mutants, " + certified + " of them certified");
    assertThat(certified).isGreaterThan(mutants() / 10);
  }

  @Test
  void holdsForFormulasMadeFromTheTables() {
    GeneratedFormulas generated = new GeneratedFormulas(7);
    List<MathSource> formulas = new ArrayList<>();
    for (int i = 0; i < mutants(); i++) {
      formulas.add(generated.next());
    }
    List<MathSource> certified = reference.certified(formulas);
    assertThat(certified).hasSizeGreaterThan(mutants() / 20);
    assertNoneFalse(certified);
    Mutations mutations = new Mutations(formulas, 8);
    Set<MathSource> mutants = new LinkedHashSet<>();
    for (int i = 0; i < mutants(); i++) {
      mutants.add(mutations.next());
    }
    assertNoneFalse(reference.certified(mutants));
  }

  @Test
  void holdsForCommandsInAllContexts() {
    List<String> all = new ArrayList<>();
    for (String part : parts()) {
      CONTEXTS.forEach(context -> all.add(context.replace("#", part)));
    }
    Set<MathSource> formulas = new LinkedHashSet<>();
    share(all, 15 * thrift).forEach(tex -> addInBothStyles(formulas, tex));
    List<MathSource> certified = reference.certified(formulas);
    assertThat(certified).hasSizeGreaterThan(formulas.size() / 4);
    assertNoneFalse(certified);
  }

  /** Returns each so-many-th of a list, or all of it in a thorough run. */
  private static <T> List<T> share(List<T> all, int every) {
    return IntStream.range(0, all.size())
        .filter(i -> THOROUGH || i % every == 0)
        .mapToObj(all::get)
        .toList();
  }

  /** Returns each command alone and with its arguments, and each environment. */
  private static List<String> parts() {
    List<String> parts =
        new ArrayList<>(List.of("中", "é", "²", "\\\\", "{", "}", "&", "$", "%", "1em"));
    for (Command command : CommandTable.katex().commands()) {
      parts.add(command.name() + " ");
      if (command.takesArguments()) {
        StringBuilder call = new StringBuilder(command.name());
        command.arguments().forEach(type -> call.append('{').append(sample(type)).append('}'));
        parts.add(call.toString());
      }
    }
    for (Environment environment : CommandTable.katex().environments()) {
      String preamble = environment.arguments().isEmpty() ? "" : "{c}";
      parts.add(in(environment, preamble + "x&y\\\\z"));
      parts.add(in(environment, preamble + "x"));
      parts.add(in(environment, "x"));
      parts.add(in(environment, "{1}x&y&z"));
    }
    return parts;
  }

  private static String in(Environment environment, String body) {
    return "\\begin{" + environment.name() + "}" + body + "\\end{" + environment.name() + "}";
  }

  private static String sample(ArgumentType type) {
    return switch (type) {
      case SIZE -> "1em";
      case COLOR -> "red";
      default -> "x";
    };
  }

  private static void addInBothStyles(Set<MathSource> formulas, String tex) {
    formulas.add(new MathSource(tex, MathStyle.INLINE));
    formulas.add(new MathSource(tex, MathStyle.DISPLAY));
  }

  private void assertNoneFalse(Collection<MathSource> certified) {
    assertThat(reference.notClean(certified)).isEmpty();
  }
}
