package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.run.StandardWiring;
import io.github.formulint.testing.Fixtures;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The output that the README and the pages show is real: each console block is run again and
 * compared.
 */
class ReadmeTest {

  private static final Pattern BLOCK =
      Pattern.compile("(?m)^```console\n\\$ (.+)\n((?s).*?)^```\n");

  /** {@code printf '%s\n' 'a' 'b' | ./formulint …}. */
  private static final Pattern PIPED = Pattern.compile("printf '%s\\\\n' (.+) \\| (.+)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.zh.md",
        "src/site/markdown/formats.md",
        "src/site/markdown/output.md",
        "src/site/markdown/platforms.md"
      })
  void theOutputShownIsReal(String name) throws IOException {
    Path page = Path.of(name);
    String readme = Files.readString(page);
    String real =
        BLOCK
            .matcher(readme)
            .replaceAll(
                block ->
                    Matcher.quoteReplacement(
                        "```console\n$ "
                            + block.group(1)
                            + "\n"
                            + output(block.group(1)).stripTrailing()
                            + "\n```\n"));
    assertThat(readme).contains("```console\n");
    assertThat(real).isEqualTo(Fixtures.expected(page, real));
  }

  /** A newcomer reads it to the end, and in Chinese finds the same documents. */
  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(300);
    assertThat(Files.readAllLines(Path.of("README.zh.md"))).hasSizeLessThan(300);
  }

  private static String output(String command) {
    Matcher piped = PIPED.matcher(command);
    if (piped.matches()) {
      String input =
          Arrays.stream(piped.group(1).split(" (?=')"))
              .map(line -> line.substring(1, line.length() - 1) + "\n")
              .collect(Collectors.joining());
      return run(piped.group(2), input);
    }
    return command.startsWith("cat ") ? content(command.substring(4)) : run(command, "");
  }

  private static String content(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new AssertionError("the README shows a file that cannot be read", e);
    }
  }

  private static String run(String command, String input) {
    String[] words = command.split(" ");
    assertThat(words[0]).isEqualTo("./formulint");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Environment environment =
        new Environment(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new ByteArrayOutputStream(),
            false,
            false,
            Map.of(),
            Path.of(""));
    new Main(environment, new StandardWiring()).run(Arrays.copyOfRange(words, 1, words.length));
    return out.toString(StandardCharsets.UTF_8);
  }
}
