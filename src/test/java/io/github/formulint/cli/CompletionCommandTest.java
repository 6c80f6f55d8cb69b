package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.config.EngineChoice;
import io.github.formulint.rules.BuiltInRules;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.CommandLineRun;
import io.github.formulint.testing.Tool;
import io.github.formulint.testing.Tool.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The script completes command lines in the real shells. */
@Timeout(120)
class CompletionCommandTest {

  /** Prints what the function of the script proposes for each command line: one a line. */
  private static final String IN_BASH =
      """
      source "$1"
      while IFS=$'\\t' read -r -a COMP_WORDS; do
        COMP_CWORD=$(( ${#COMP_WORDS[@]} - 1 ))
        # Words cannot be empty in a list with tabs, so a dot stands for one that is.
        [ "${COMP_WORDS[COMP_CWORD]}" != . ] || COMP_WORDS[COMP_CWORD]=
        COMP_LINE="${COMP_WORDS[*]}"
        COMP_POINT=${#COMP_LINE}
        COMPREPLY=()
        _complete_formulint_value 2>/dev/null
        (IFS=$'\\t'; printf '%s\\n' "${COMPREPLY[*]}")
      done <"$2"
      """;

  /** Types each line into an interactive zsh, presses Tab, and prints what the line became. */
  private static final String IN_ZSH =
      """
      zmodload zsh/zpty
      zpty z env PS1= TERM=dumb COLUMNS=1000 zsh -f -i
      zpty -w z "autoload -U compinit; compinit -u -D; source ${(q)1};" \\
        "show() { print -r -- '<<'\\"\\$BUFFER\\"'>>'; BUFFER=; }; zle -N show;" \\
        "bindkey '^Xs' show; print re''ady"
      zpty -r -m z out $'*\\nready*'
      while IFS= read -r line; do
        zpty -w -n z "$line"$'\\t\\x18s'
        zpty -r -m z out '*<<*>>*'
        print -r -- "${${out##*<<}%%>>*}"
      done <"$2"
      zpty -d z
      """;

  @TempDir private Path folder;

  private Path script;

  @BeforeEach
  void printsTheScript() throws IOException {
    CommandLineRun.Result result = CommandLineRun.in(folder).run("completion", "bash");
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    script = Files.writeString(folder.resolve("completion script"), result.out());
  }

  private List<List<String>> inBash(List<List<String>> commandLines) throws Exception {
    Tool.require("bash");
    Path lines =
        Files.write(
            folder.resolve("lines"),
            commandLines.stream()
                .map(words -> String.join("\t", words).replaceFirst("\t$", "\t."))
                .toList());
    Result result =
        Tool.run(
            workingFolder(),
            Map.of(),
            List.of("bash", "-c", IN_BASH, "bash", script.toString(), lines.toString()));
    assertThat(result.exitCode()).as(result.out()).isZero();
    List<List<String>> proposals = new ArrayList<>();
    result.out().lines().forEach(line -> proposals.add(List.of(line.split("\t"))));
    assertThat(proposals).hasSameSizeAs(commandLines);
    return proposals;
  }

  private List<String> inBash(String... words) throws Exception {
    return inBash(List.of(List.of(words))).get(0);
  }

  private List<String> inZsh(String... typed) throws Exception {
    Tool.require("zsh");
    Path lines = Files.write(folder.resolve("lines"), Arrays.asList(typed));
    Result result =
        Tool.run(
            workingFolder(),
            Map.of(),
            List.of("zsh", "-f", "-c", IN_ZSH, "zsh", script.toString(), lines.toString()));
    assertThat(result.exitCode()).as(result.out()).isZero();
    return result.out().lines().map(String::stripTrailing).toList();
  }

  private Path workingFolder() throws IOException {
    Path working = Files.createDirectories(folder.resolve("working folder"));
    Files.writeString(working.resolve("第 1 章.md"), "");
    Files.createDirectories(working.resolve("docs"));
    return working;
  }

  private CommandSpec program() {
    Environment environment =
        new Environment(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            false,
            false,
            Map.of(),
            folder);
    return new Main(environment, new StandardWiring()).commandLine().getCommandSpec();
  }

  private static List<String> words(CommandSpec command, String... more) {
    List<String> words = new ArrayList<>(List.of(command.qualifiedName().split(" ")));
    words.addAll(List.of(more));
    return words;
  }

  private static List<CommandSpec> withCommands(CommandSpec program) {
    List<CommandSpec> all = new ArrayList<>(List.of(program));
    program.subcommands().values().forEach(command -> all.add(command.getCommandSpec()));
    return all;
  }

  @Test
  void bashAndZshReadTheScript() throws Exception {
    for (String shell : List.of("bash", "zsh")) {
      Tool.require(shell);
      Result result = Tool.run(folder, Map.of(), List.of(shell, "-n", script.toString()));
      assertThat(result).isEqualTo(new Result(0, ""));
      assertThat(CommandLineRun.in(folder).run("completion", shell).out())
          .isEqualTo(Files.readString(script));
    }
  }

  @Test
  void fishCompletesWhatIsTyped() throws Exception {
    String script = CommandLineRun.in(folder).run("completion", "fish").out();
    Path file = Files.writeString(folder.resolve("formulint.fish"), script);
    Files.writeString(folder.resolve("notes.md"), "");
    String ask =
        "source "
            + file
            + "; cd "
            + folder
            + "; for line in 'formulint exp' 'formulint --engine jl' 'formulint explain los'"
            + " 'formulint completion po' 'formulint formulas --platform docu' 'formulint no'"
            + " 'formulint tex --form'"
            + "; complete -C $line | string replace -r '\\t.*' '' | string join ' '; end";
    Tool.require("fish");
    Result result =
        Tool.run(
            folder, Map.of("HOME", folder.toString()), List.of("fish", "--no-config", "-c", ask));
    assertThat(result.out().lines())
        .containsExactly(
            "explain",
            "jlatexmath",
            "lost-formula",
            "powershell",
            "docusaurus",
            "notes.md",
            "--format");
  }

  @Test
  void thePowerShellScriptKnowsEveryOption() {
    String script = CommandLineRun.in(folder).run("completion", "powershell").out();
    assertThat(script)
        .contains("Register-ArgumentCompleter -Native -CommandName formulint")
        .contains("'--engine' = @(")
        .contains("'lost-formula'")
        .contains("'--quiet' = $null");
    assertThat(script.chars().filter(c -> c == '{').count())
        .isEqualTo(script.chars().filter(c -> c == '}').count());
  }

  @Test
  void refusesOtherShells() {
    CommandLineRun.Result result = CommandLineRun.in(folder).run("completion", "tcsh");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void completesTheCommands() throws Exception {
    assertThat(inBash("formulint", "")).contains("check", "formulas", "explain", "man");
    assertThat(inBash("formulint", "form")).containsExactly("formulas");
  }

  @Test
  void completesEveryOptionOfEveryCommand() throws Exception {
    List<CommandSpec> commands = withCommands(program());
    List<List<String>> proposals =
        inBash(commands.stream().map(command -> words(command, "-")).toList());
    for (int i = 0; i < commands.size(); i++) {
      assertThat(proposals.get(i))
          .as(commands.get(i).qualifiedName())
          .containsExactlyInAnyOrderElementsOf(commands.get(i).optionsMap().keySet());
    }
  }

  @Test
  void completesTheNamesThatOptionsTake() throws Exception {
    List<List<String>> commandLines = new ArrayList<>();
    List<List<String>> names = new ArrayList<>();
    for (CommandSpec command : withCommands(program())) {
      for (OptionSpec option : command.options()) {
        if (option.completionCandidates() != null) {
          commandLines.add(words(command, option.longestName(), ""));
          names.add(
              StreamSupport.stream(option.completionCandidates().spliterator(), false)
                  .map(name -> option.type().isEnum() ? name.toLowerCase(Locale.ROOT) : name)
                  .toList());
        }
      }
    }
    assertThat(names).contains(EngineChoice.WORDS);
    assertThat(inBash(commandLines)).isEqualTo(names);
  }

  @Test
  void completesTheNamesOfRulesAndShells() throws Exception {
    assertThat(inBash("formulint", "explain", ""))
        .containsExactlyElementsOf(
            BuiltInRules.all().stream().map(rule -> rule.id().name()).toList());
    assertThat(inBash("formulint", "completion", "z")).containsExactly("zsh");
  }

  /** Bash itself parts the words at the equals sign (COMP_WORDBREAKS). */
  @Test
  void completesValuesBehindAnEqualsSign() throws Exception {
    assertThat(inBash("formulint", "check", "--engine", "=", "k")).containsExactly("katex");
    assertThat(inBash("formulint", "--engine", "=")).isEqualTo(EngineChoice.WORDS);
  }

  @Test
  void completesPaths() throws Exception {
    assertThat(inBash("formulint", "check", "--fix", "")).contains("第 1 章.md", "docs");
    assertThat(inBash("formulint", "--engine", "katex", "第")).containsExactly("第 1 章.md");
  }

  @Test
  void completesWhatIsTypedIntoZsh() throws Exception {
    assertThat(
            inZsh(
                "formulint expl",
                "formulint explain cjk",
                "formulint check --eng",
                "formulint check --engine k",
                "formulint --format=gitl",
                "formulint check 第",
                "formulint --fix do"))
        .containsExactly(
            "formulint explain",
            "formulint explain cjk-text-in-math",
            "formulint check --engine",
            "formulint check --engine katex",
            "formulint --format=gitlab",
            "formulint check 第\\ 1\\ 章.md",
            "formulint --fix docs");
  }

  @Test
  void theNamesAreThoseThatTheProgramTakes() {
    for (String engine : EngineChoice.WORDS) {
      CommandLineRun.Result result =
          CommandLineRun.in(folder).input("$x$").run("--engine", engine, "-");
      assertThat(result.exitCode()).isZero();
    }
  }
}
