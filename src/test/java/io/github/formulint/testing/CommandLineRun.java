package io.github.formulint.testing;

import io.github.formulint.cli.Main;
import io.github.formulint.cli.console.Environment;
import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.universal.UniversalReader;
import io.github.formulint.render.EngineId;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.run.Wiring;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs the command line in a folder, in this process. Unless a test says otherwise KaTeX refuses
 * {@code \katexbad} and JLaTeXMath refuses {@code \jlmbad}; both refuse {@code \bad}.
 */
public final class CommandLineRun {

  private final Path folder;
  private final Map<String, String> variables = new HashMap<>();
  private List<RenderEngine.Provider> engines =
      List.of(
          refusing(EngineId.KATEX, "\\katexbad"),
          refusing(EngineId.KATEX_SHARED, "\\katexbad"),
          refusing(EngineId.MATHJAX_GITHUB, "\\mathjaxbad"),
          refusing(EngineId.MATHJAX_FULL, "\\mathjaxbad"),
          refusing(EngineId.MATHJAX_STANDARD, "\\mathjaxbad"),
          refusing(EngineId.JLATEXMATH, "\\jlmbad"));
  private MarkdownReader reader = new UniversalReader();
  private byte[] input = {};
  private boolean isOutTerminal;
  private boolean isErrTerminal;

  private CommandLineRun(Path folder) {
    this.folder = folder;
  }

  /** What a run left behind. */
  public record Result(int exitCode, String out, String err) {}

  private static FakeEngine refusing(EngineId id, String word) {
    FakeEngine own = FakeEngine.refuses(id, word);
    FakeEngine both = FakeEngine.refuses(id, "\\bad");
    return new FakeEngine(
        id,
        formula ->
            formula.tex().contains("\\bad")
                ? both.outcomes().apply(formula)
                : own.outcomes().apply(formula));
  }

  public static CommandLineRun in(Path folder) {
    return new CommandLineRun(folder);
  }

  /** Writes a file, and the folders it stands in. */
  public CommandLineRun file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  public CommandLineRun file(String name, byte[] bytes) {
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public CommandLineRun engines(RenderEngine.Provider... providers) {
    engines = List.of(providers);
    return this;
  }

  public CommandLineRun reader(MarkdownReader other) {
    reader = other;
    return this;
  }

  public CommandLineRun input(String text) {
    return input(text.getBytes(StandardCharsets.UTF_8));
  }

  public CommandLineRun input(byte[] bytes) {
    input = bytes;
    return this;
  }

  public CommandLineRun onTerminal() {
    isOutTerminal = true;
    isErrTerminal = true;
    return this;
  }

  public CommandLineRun variable(String name, String value) {
    variables.put(name, value);
    return this;
  }

  public Result run(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode = run(out, err, args);
    return new Result(
        exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  public int run(OutputStream out, OutputStream err, String... args) {
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input),
            out,
            err,
            isOutTerminal,
            isErrTerminal,
            variables,
            folder);
    return new Main(environment, wiring()).run(args);
  }

  private Wiring wiring() {
    return new Wiring() {
      @Override
      public MarkdownReader reader() {
        return reader;
      }

      @Override
      public List<RenderEngine.Provider> engines(List<EngineId> asked, Consumer<String> notices) {
        return engines.stream().filter(each -> asked.contains(each.id())).toList();
      }
    };
  }
}
