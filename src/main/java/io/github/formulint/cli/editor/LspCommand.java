package io.github.formulint.cli.editor;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.cli.console.ExitCode;
import io.github.formulint.cli.option.HelpOption;
import io.github.formulint.lsp.FormulintServer;
import io.github.formulint.run.Wiring;
import java.io.OutputStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code formulint lsp}: serves an editor. */
@Command(
    name = "lsp",
    description =
        "Serve an editor: a language server on standard input and output. Editors start it; see"
            + " the page about editors.")
public final class LspCommand implements Callable<Integer> {

  private final Environment environment;
  private final Wiring wiring;

  /** Many editors give it, whatever the server. */
  @Option(names = "--stdio", description = "Use standard input and output, as is always done.")
  private boolean usesStandardStreams;

  @Mixin private HelpOption help;

  /**
   * Makes the command.
   *
   * @param environment the streams
   * @param wiring the parts that a run is put together from
   */
  public LspCommand(Environment environment, Wiring wiring) {
    this.environment = environment;
    this.wiring = wiring;
  }

  @Override
  public Integer call() throws InterruptedException {
    OutputStream out = environment.out();
    // Nothing else may write between the messages.
    System.setOut(System.err);
    return FormulintServer.serve(environment.in(), out, wiring, environment.workingFolder())
        ? ExitCode.CLEAN
        : ExitCode.USAGE_OR_IO;
  }
}
