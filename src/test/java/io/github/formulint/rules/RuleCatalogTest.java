package io.github.formulint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.rule.Rule;
import io.github.formulint.rule.RuleFamily;
import io.github.formulint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule has a class, a page and a fixture of its name, and there are no others. */
class RuleCatalogTest {

  private static final Path PAGES = Path.of("src/main/resources/rules");
  private static final Path CLASSES = Path.of("src/main/java/io/github/formulint/rules");

  static List<Rule> rules() {
    return BuiltInRules.all();
  }

  private static List<String> names() {
    return rules().stream().map(rule -> rule.id().name()).sorted().toList();
  }

  /** The rules about rendering are too many for one package. */
  private static final Map<RuleFamily, Set<String>> PACKAGES =
      Map.of(RuleFamily.RENDERING, Set.of("rendering", "command", "structure"));

  @ParameterizedTest
  @MethodSource("rules")
  void theClassBearsTheNameAndStandsInItsFamily(Rule rule) {
    String kebabCase =
        rule.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    assertThat(rule.id().name()).isEqualTo(kebabCase);
    String family = rule.getClass().getPackageName().replaceAll(".*\\.rules\\.", "");
    assertThat(family).isIn(PACKAGES.getOrDefault(rule.family(), Set.of(rule.family().label())));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void thePageTellsAllThatPeopleNeed(Rule rule) throws IOException {
    String page = Files.readString(PAGES.resolve(rule.id() + ".md"));
    assertThat(page)
        .startsWith("# " + rule.id() + "\n")
        .contains(
            "\n## What it does\n",
            "\n## Why is this bad?\n",
            "\n## Example\n",
            "\n## Use instead\n",
            "\n## Fix safety\n");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theFixtureShowsTheRule(Rule rule) throws IOException {
    Path fixture = Fixtures.FOLDER.resolve(rule.id().name());
    assertThat(fixture.resolve("case.md")).isRegularFile();
    assertThat(Files.readString(fixture.resolve("case.expected.txt")))
        .contains("[" + rule.id() + "]");
  }

  @Test
  void thereIsNoPageWithoutARule() throws IOException {
    try (Stream<Path> pages = Files.list(PAGES)) {
      assertThat(pages.map(page -> page.getFileName().toString().replace(".md", "")).sorted())
          .isEqualTo(names());
    }
  }

  @Test
  void thereIsNoClassOfARuleThatIsNotListed() throws IOException {
    try (Stream<Path> sources = Files.walk(CLASSES)) {
      long classes = 0;
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        boolean isGround =
            source.endsWith("BuiltInRules.java") || source.getParent().endsWith("fault");
        classes += !isGround && Files.readString(source).contains("\npublic final class ") ? 1 : 0;
      }
      assertThat(classes).isEqualTo(rules().size());
    }
  }

  @Test
  void noRuleIsListedTwice() {
    assertThat(names()).doesNotHaveDuplicates();
  }
}
