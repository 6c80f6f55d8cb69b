package io.github.formulint.bench;

import io.github.formulint.config.Config;
import io.github.formulint.lint.Linter;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.FormulaJudge;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.JLatexMathProvider;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.katex.KatexProvider;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.source.SourceFile;
import io.github.formulint.tex.MathSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What each stage does in a second when it is warm, on one thread and with the compiler that the
 * launcher chooses. The counters, not the main figure, say how much: bytes of documents, formulas,
 * or findings with their fixes proven.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "-XX:+UseSerialGC",
      "-XX:TieredStopAtLevel=1",
      "-Xss16m",
      "-Djava.awt.headless=true",
      "--enable-native-access=ALL-UNNAMED"
    })
public class StagesBenchmark {

  /** The documents, and the formulas in them. */
  @State(Scope.Benchmark)
  public static class Corpus {
    List<SourceFile> documents;
    List<MathSource> formulas;
    private int nextDocument;
    private int nextFormula;

    /** Reads the documents. */
    @Setup
    public void read() throws IOException {
      documents = Documents.all();
      formulas = Documents.formulas(documents);
    }

    SourceFile document() {
      nextDocument = (nextDocument + 1) % documents.size();
      return documents.get(nextDocument);
    }

    MathSource formula() {
      nextFormula = (nextFormula + 1) % formulas.size();
      return formulas.get(nextFormula);
    }
  }

  /** How much was done. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Done {
    /** Bytes of documents, as UTF-8. */
    public long bytes;

    /** Formulas. */
    public long formulas;

    /** Findings. */
    public long findings;
  }

  /** JLaTeXMath, opened on the thread that asks it. */
  @State(Scope.Thread)
  public static class JLatexMath {
    RenderEngine engine;

    /** Opens it. */
    @Setup
    public void open() throws EngineUnavailableException {
      engine = new JLatexMathProvider(Manner.TRANSLATED, notice -> {}).open();
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
      engine.close();
    }
  }

  /** KaTeX itself, opened on the thread that asks it. */
  @State(Scope.Thread)
  public static class Katex {
    RenderEngine engine;

    /** Opens it. */
    @Setup
    public void open() throws EngineUnavailableException {
      engine = new KatexProvider().open();
    }

    /** Closes it. */
    @TearDown(Level.Trial)
    public void close() {
      engine.close();
    }
  }

  /** All that checks a document; every formula is judged before the first measurement. */
  @State(Scope.Benchmark)
  public static class Pipeline {
    private FormulaJudge judge;
    Linter linter;

    /** Opens the engines. */
    @Setup
    public void open() {
      judge =
          new FormulaJudge(
              new StandardWiring().engines(Config.DEFAULT.askedEngines(), notice -> {}),
              1,
              notice -> {});
      linter = new Linter(new UniversalReader(), judge::judge, BuiltInRules.all());
    }

    /** Closes the engines. */
    @TearDown(Level.Trial)
    public void close() {
      judge.close();
    }
  }

  /** Finds the formulas of a document. */
  @Benchmark
  public void reading(Corpus corpus, Done done, Blackhole hole) {
    SourceFile document = corpus.document();
    hole.consume(new UniversalReader().read(document));
    done.bytes += document.text().getBytes(StandardCharsets.UTF_8).length;
  }

  /** Parses and lays out a formula. */
  @Benchmark
  public void jlatexmath(Corpus corpus, JLatexMath jlatexmath, Done done, Blackhole hole) {
    hole.consume(jlatexmath.engine.render(corpus.formula()));
    done.formulas++;
  }

  /** Asks KaTeX itself about a formula. */
  @Benchmark
  public void katex(Corpus corpus, Katex katex, Done done, Blackhole hole) {
    hole.consume(katex.engine.render(corpus.formula()));
    done.formulas++;
  }

  /** Checks a document whose formulas are judged: reading, rules and the proofs of fixes. */
  @Benchmark
  public void checking(Corpus corpus, Pipeline pipeline, Done done, Blackhole hole) {
    SourceFile document = corpus.document();
    done.findings += pipeline.linter.lint(document).diagnostics().size();
    done.bytes += document.text().getBytes(StandardCharsets.UTF_8).length;
  }
}
