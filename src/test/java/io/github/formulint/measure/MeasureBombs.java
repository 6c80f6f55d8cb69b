package io.github.formulint.measure;

import io.github.formulint.config.Config;
import io.github.formulint.config.OutputFormat;
import io.github.formulint.diagnostic.Applicability;
import io.github.formulint.lint.LintedDocument;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.markdown.Reading;
import io.github.formulint.markdown.TooLargeToReadException;
import io.github.formulint.markdown.platform.Platforms;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.Judge;
import io.github.formulint.render.Verdict;
import io.github.formulint.report.Ending;
import io.github.formulint.report.Reporter;
import io.github.formulint.report.RunInfo;
import io.github.formulint.report.SummaryCounter;
import io.github.formulint.report.text.Palette;
import io.github.formulint.report.text.TextFormulaLister;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.Reporters;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Measures whether the time for a document grows faster than its length: every bomb at 1, 2, 4 and
 * 8 times a length that takes some time. Run by hand, {@code src/bench/bombs.sh} says how.
 *
 * <p>Times are processor time of all threads but those of Java itself, the least of some runs. The
 * engines are open, and see every formula for the first time in every run.
 */
public final class MeasureBombs {

  private static final int SHORTEST = 1 << 11;
  private static final int LONGEST = 10_000_000;
  private static final double MOST_GROWTH = 2.2;

  /** Quadratic growth takes 64 times as long at 8 times the length. */
  private static final int PATIENCE = 150;

  private static final long STACK_BYTES = 64L << 20;

  private static final Writer NOWHERE = Writer.nullWriter();

  /** What is done with a document. */
  @FunctionalInterface
  private interface Work {
    void run(SourceFile document) throws IOException;
  }

  private final Judge judge;
  private final double baseMilliseconds;
  private int run;

  private MeasureBombs(FormulaJudge judge, double baseMilliseconds) {
    this.judge = formulas -> judgeAnew(judge, formulas);
    this.baseMilliseconds = baseMilliseconds;
  }

  /** Asks for formulas that differ from those of the run before by a comment at their end. */
  private Map<MathSource, Verdict> judgeAnew(FormulaJudge judge, Collection<MathSource> formulas) {
    Map<MathSource, MathSource> asked = new LinkedHashMap<>();
    for (MathSource formula : formulas) {
      asked.put(formula, new MathSource(formula.tex() + "%" + run + "\n", formula.style()));
    }
    Map<MathSource, Verdict> answers = judge.judge(asked.values());
    Map<MathSource, Verdict> verdicts = new LinkedHashMap<>();
    asked.forEach((formula, other) -> verdicts.put(formula, answers.get(other)));
    return verdicts;
  }

  /**
   * Measures.
   *
   * @param arguments a pattern for the work, a pattern for the names of the bombs, how often to
   *     measure and how many milliseconds the shortest document takes
   */
  public static void main(String[] arguments) throws Exception {
    Pattern works = Pattern.compile(arguments.length > 0 ? arguments[0] : "");
    Pattern bombs = Pattern.compile(arguments.length > 1 ? arguments[1] : "");
    int runs = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
    double base = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 100;
    try (FormulaJudge judge =
        new FormulaJudge(
            new StandardWiring().engines(Config.DEFAULT.askedEngines(), notice -> {}),
            1,
            notice -> {})) {
      MeasureBombs measure = new MeasureBombs(judge, base);
      for (Map.Entry<String, Work> work : measure.works().entrySet()) {
        if (works.matcher(work.getKey()).matches()) {
          measure.warmUp(work.getValue());
          for (Bomb bomb : Bomb.all()) {
            if (bombs.matcher(bomb.name()).find()) {
              System.out.println(measure.row(work.getKey(), work.getValue(), bomb, runs));
            }
          }
        }
      }
    }
    System.exit(0);
  }

  private Map<String, Work> works() {
    Map<String, Work> works = new LinkedHashMap<>();
    MarkdownReader universal = new StandardWiring().reader();
    works.put("formulas", document -> list(universal, Optional.empty(), document));
    works.put("check", document -> check(List.of(), document));
    works.put("fix", document -> fix(List.of(), document));
    for (Platform platform : Platforms.all()) {
      works.put(
          "formulas:" + platform.id(),
          document -> list(platform.reader(), Optional.of(platform), document));
      works.put("check:" + platform.id(), document -> check(List.of(platform), document));
    }
    return works;
  }

  private void list(MarkdownReader reader, Optional<Platform> platform, SourceFile document)
      throws IOException {
    Reading reading = reader.read(document);
    new TextFormulaLister(NOWHERE).document(document, platform, reading);
  }

  private void check(List<Platform> platforms, SourceFile document) throws IOException {
    report(linter(platforms).lint(document));
  }

  private void fix(List<Platform> platforms, SourceFile document) throws IOException {
    Set<Applicability> all = EnumSet.of(Applicability.SAFE, Applicability.UNSAFE);
    report(linter(platforms).mend(document, all).result());
  }

  private Linter linter(List<Platform> platforms) {
    return new Linter(new StandardWiring().reader(), judge, BuiltInRules.all(), platforms);
  }

  private static void report(LintedDocument result) throws IOException {
    SummaryCounter counter = new SummaryCounter();
    counter.add(result);
    for (OutputFormat format : List.of(OutputFormat.TEXT, OutputFormat.JSON)) {
      Reporter reporter = Reporters.of(format, NOWHERE, Palette.PLAIN, new Ending(true, true));
      reporter.begin(new RunInfo("", Map.of()));
      reporter.document(result);
      reporter.end(counter.summary());
    }
  }

  /** Lets Java compile what most bombs need. */
  private void warmUp(Work work) throws InterruptedException {
    for (Bomb bomb : Bomb.all().subList(0, 10)) {
      milliseconds(work, bomb, SHORTEST, 5);
    }
  }

  /** Measures a bomb at rising lengths. */
  private String row(String name, Work work, Bomb bomb, int runs) throws InterruptedException {
    String head = name + "\t" + bomb.name();
    int length = SHORTEST;
    try {
      double base = milliseconds(work, bomb, length, 1);
      while (base < baseMilliseconds * 1.2 && length < LONGEST / 8) {
        length *= base < baseMilliseconds / 8 ? 4 : 2;
        base = milliseconds(work, bomb, length, 1);
      }
      double[] times = new double[4];
      Arrays.fill(times, Double.MAX_VALUE);
      // Whatever else the machine does makes a time longer, never shorter.
      for (int i = 0; i < runs && (i == 0 || growth(times) > MOST_GROWTH); i++) {
        for (int doubling = 0; doubling < times.length; doubling++) {
          double time = milliseconds(work, bomb, length << doubling, 1);
          times[doubling] = Math.min(times[doubling], time);
        }
      }
      return row(head, length, times);
    } catch (FailedException e) {
      return head + "\t" + length + "\t" + e.getMessage();
    }
  }

  /** Returns the greatest growth from one length to the next. */
  private static double growth(double[] times) {
    double worst = 0;
    for (int i = 1; i < times.length; i++) {
      worst = Math.max(worst, times[i] / times[i - 1]);
    }
    return worst;
  }

  private static String row(String head, int length, double[] times) {
    StringBuilder row = new StringBuilder(head).append('\t').append(length);
    for (double time : times) {
      row.append(String.format("\t%.0f", time));
    }
    double growth = growth(times);
    return row.append(String.format("\t%.2f", growth))
        .append(growth > MOST_GROWTH ? "\tTOO MUCH" : "")
        .toString();
  }

  private static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    FailedException(String message) {
      super(message);
    }
  }

  private double milliseconds(Work work, Bomb bomb, int length, int runs)
      throws InterruptedException {
    String text = bomb.text().apply(length);
    double least = Double.MAX_VALUE;
    for (int i = 0; i < runs; i++) {
      run++;
      least = Math.min(least, milliseconds(work, SourceFile.of("bomb.md", text)));
    }
    return least;
  }

  @SuppressWarnings("deprecation") // There is no other way to end what does not end.
  private double milliseconds(Work work, SourceFile document) throws InterruptedException {
    long[] time = new long[1];
    Throwable[] failure = new Throwable[1];
    long start = processorTime();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                work.run(document);
              } catch (Throwable e) {
                failure[0] = e;
              }
              time[0] = processorTime() - start;
            },
            "work",
            STACK_BYTES);
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive() && processorTime() - start < PATIENCE * baseMilliseconds * 1e6) {
      thread.join(100);
    }
    if (thread.isAlive()) {
      String where =
          Arrays.stream(thread.getStackTrace())
              .filter(frame -> frame.getClassName().contains("formulint"))
              .findFirst()
              .map(StackTraceElement::toString)
              .orElse("");
      thread.stop();
      thread.join();
      throw new FailedException("too long, in " + where);
    }
    if (failure[0] instanceof TooLargeToReadException refusal) {
      throw new FailedException("refused: " + refusal.getMessage());
    }
    if (failure[0] != null) {
      StackTraceElement[] trace = failure[0].getStackTrace();
      throw new FailedException(failure[0] + (trace.length > 0 ? " " + trace[0] : ""));
    }
    return time[0] / 1e6;
  }

  /** Returns the processor time of the living threads, in nanoseconds. */
  private static long processorTime() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      sum += Math.max(0, threads.getThreadCpuTime(id));
    }
    return sum;
  }
}
