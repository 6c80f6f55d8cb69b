package io.github.formulint.cli;

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
final class LspCommand implements Callable<Integer> {

  private final Environment environment;
  private final Wiring wiring;

  /** Many editors give it, whatever the server. */
  @Option(names = "--stdio", description = "Use standard input and output, as is always done.")
  private boolean usesStandardStreams;

  @Mixin private HelpOption help;

  LspCommand(Environment environment, Wiring wiring) {
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
