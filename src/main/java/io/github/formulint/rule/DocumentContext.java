package io.github.formulint.rule;

import io.github.formulint.markdown.Formula;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.comparison.Comparison;
import io.github.formulint.markdown.comparison.Fate;
import io.github.formulint.markdown.comparison.SmallReadings;
import io.github.formulint.render.DrawnSign;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.Judge;
import io.github.formulint.render.RenderOutcome;
import io.github.formulint.render.Verdict;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.TexStructure;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a rule is handed: a document, how it was read, and what the engines say. Immutable and
 * thread-safe.
 */
public final class DocumentContext {

  private final SourceFile document;
  private final Reading reading;
  private final List<Comparison> comparisons;
  private final Map<MathSource, Verdict> verdicts;
  private final Judge judge;
  private final SmallReadings smallReadings;
  private final DocumentDefinitions definitions;

  /** What is defined, wherever it holds; looked for only where a command is not known. */
  private final AtomicReference<DocumentDefinitions> all = new AtomicReference<>();

  /** Made once, since every rule goes over them. */
  private final List<JudgedFormula> judged;

  private final Map<MathSource, SoftReference<TexStructure>> structures = new ConcurrentHashMap<>();

  /** The signs of formulas, before and after they are mended, as far as they were asked for. */
  private final Map<MathSource, List<DrawnSign>> signs = new ConcurrentHashMap<>();

  /**
   * Makes a context.
   *
   * @param document the document
   * @param reading its formulas, as the author meant them
   * @param comparisons what each platform makes of them, in the order in which they were asked for
   * @param verdicts the verdict of every formula that is not empty, and of what platforms read with
   *     other TeX; not copied, so it must not change
   * @param definitions what is defined for later formulas where the document is published
   * @param judge judges formulas that do not stand in the document, such as mended ones
   * @param smallReadings what platforms read in small documents
   * @throws IllegalArgumentException if a verdict is missing
   */
  public DocumentContext(
      SourceFile document,
      Reading reading,
      List<Comparison> comparisons,
      Map<MathSource, Verdict> verdicts,
      DocumentDefinitions definitions,
      Judge judge,
      SmallReadings smallReadings) {
    this.document = Objects.requireNonNull(document);
    this.reading = Objects.requireNonNull(reading);
    this.comparisons = List.copyOf(comparisons);
    this.verdicts = Collections.unmodifiableMap(verdicts);
    this.definitions = Objects.requireNonNull(definitions);
    this.judge = Objects.requireNonNull(judge);
    this.smallReadings = Objects.requireNonNull(smallReadings);
    List<JudgedFormula> formulas = new ArrayList<>(reading.formulas().size());
    for (Formula formula : reading.formulas()) {
      if (!formula.isEmpty()) {
        formulas.add(new JudgedFormula(formula, verdict(formula), this));
      }
    }
    this.judged = Collections.unmodifiableList(formulas);
  }

  /** Returns the document. */
  public SourceFile document() {
    return document;
  }

  /** Returns its formulas, as the author meant them. */
  public Reading reading() {
    return reading;
  }

  /** Returns what each platform makes of the formulas, in the order they were asked for. */
  public List<Comparison> comparisons() {
    return comparisons;
  }

  /** Returns what platforms read in small documents, to find out what is in the way. */
  public SmallReadings smallReadings() {
    return smallReadings;
  }

  /** Returns the formulas that are not empty, with their verdicts, in order of their place. */
  public List<JudgedFormula> judgedFormulas() {
    return judged;
  }

  /**
   * Returns all that an engine is told of a formula.
   *
   * @param formula a formula of this document, or one that a platform reads in its place
   */
  public MathSource source(Formula formula) {
    return definitions.source(formula);
  }

  /**
   * Returns where a formula before another defines a command, in UTF-16 offsets into the source,
   * whether or not that holds for later ones.
   *
   * @param command the command, such as {@code \\\\foo}
   * @param formula the formula that uses it
   */
  public Optional<Integer> definitionBefore(String command, Formula formula) {
    DocumentDefinitions found = all.get();
    if (found == null) {
      found = DocumentDefinitions.ofFormulas(reading);
      all.set(found);
    }
    return found.lastBefore(command, formula.span().start());
  }

  /**
   * Returns the verdict of a formula.
   *
   * @param formula a formula of this document that is not empty, or one that a platform reads in
   *     its place
   * @throws IllegalArgumentException if it was not judged
   */
  public Verdict verdict(Formula formula) {
    Verdict verdict = verdicts.get(source(formula));
    if (verdict == null) {
      throw new IllegalArgumentException("not judged: " + formula);
    }
    return verdict;
  }

  /**
   * Returns whether a formula fails only as it stands: every platform asked for hands its engine
   * other TeX there, because Markdown takes characters away first, and that renders.
   *
   * @param formula a formula of this document
   */
  public boolean isWrittenForPlatforms(Formula formula) {
    return !comparisons.isEmpty()
        && !formula.isEmpty()
        && !verdict(formula).isRendered()
        && comparisons.stream()
            .allMatch(
                comparison ->
                    comparison
                        .find(formula)
                        .filter(compared -> compared.fate() == Fate.ALTERED)
                        .filter(compared -> isShown(compared.shown(), comparison.platform()))
                        .isPresent());
  }

  /**
   * Returns whether the engine of a platform renders a formula.
   *
   * @param formula a formula of this document that is not empty, or one that the platform reads in
   *     its place
   * @param platform a platform asked for
   */
  public boolean isShown(Formula formula, Platform platform) {
    Verdict verdict = verdict(formula);
    return verdict
        .of(platform.profile().engine())
        .map(RenderOutcome::isRendered)
        .orElseGet(verdict::isRendered);
  }

  /** Returns the platforms whose engine is one of some, and that do not show a formula right. */
  List<Platform> platforms(Formula formula, Collection<EngineId> engines) {
    return comparisons.stream()
        .filter(comparison -> engines.contains(comparison.platform().profile().engine()))
        .filter(
            comparison ->
                comparison
                    .find(formula)
                    .filter(compared -> compared.fate() == Fate.ALTERED)
                    .filter(compared -> isShown(compared.shown(), comparison.platform()))
                    .isEmpty())
        .map(Comparison::platform)
        .toList();
  }

  /**
   * Returns how a formula of the document is read as TeX. Many rules ask, of formulas that may be
   * giant; each is read once, or again where memory was short.
   *
   * @param formula the formula
   */
  TexStructure structure(MathSource formula) {
    SoftReference<TexStructure> known = structures.get(formula);
    TexStructure structure = known == null ? null : known.get();
    if (structure == null) {
      structure = TexStructure.of(formula);
      structures.put(formula, new SoftReference<>(structure));
    }
    return structure;
  }

  /**
   * Returns what the engines say of a formula that need not stand in the document.
   *
   * @param formula the formula
   */
  public Verdict verdict(MathSource formula) {
    return judge.judge(List.of(formula)).get(formula);
  }

  /**
   * Returns the signs that formulas draw, as {@link Judge#signs} tells; each formula is drawn once.
   *
   * @param formulas formulas that need not stand in the document
   */
  public Map<MathSource, List<DrawnSign>> signs(Collection<MathSource> formulas) {
    List<MathSource> unknown =
        formulas.stream().filter(formula -> !signs.containsKey(formula)).toList();
    if (!unknown.isEmpty()) {
      Map<MathSource, List<DrawnSign>> drawn = judge.signs(unknown);
      unknown.forEach(formula -> signs.put(formula, drawn.getOrDefault(formula, List.of())));
    }
    Map<MathSource, List<DrawnSign>> found = new HashMap<>();
    formulas.forEach(formula -> found.put(formula, signs.get(formula)));
    return found;
  }
}
