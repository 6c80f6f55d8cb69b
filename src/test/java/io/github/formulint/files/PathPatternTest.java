package io.github.formulint.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class PathPatternTest {

  private static final List<String> PIECES =
      List.of("a", "b", "*", "?", "/", "**", "**/", "/**", "[ab]", "[!a]", "\\*", "-", " ", "a*b");

  private static final List<String> NAMES = List.of("a", "b", "ab", "aab", "-", "*", "a b", "ba");

  @ParameterizedTest
  @CsvSource({
    "*.md, docs/a.md, true",
    "/*.md, docs/a.md, false",
    "docs/*.md, docs/a.md, true",
    "docs/*.md, docs/x/a.md, false",
    "docs/**/a.md, docs/a.md, true",
    "docs/**/a.md, docs/x/y/a.md, true",
    "**/y, docs/x/y, true",
    "docs/**, docs, false",
    "docs/**, docs/a.md, true",
    "[a-c]?.md, bx.md, true",
    "[^a-c]?.md, bx.md, false",
    "[[:digit:]]x, 7x, true",
    "[[:digit:]]x, ax, false",
    "[]a]x, ]x, true",
    "[\\]a]x, ]x, true",
    "[ä-ö]x, éx, true",
    "\\!a, !a, true",
    "\\#a, #a, true",
    "a**b, axxb, true",
    "a**b, a/b, false"
  })
  void meansWhatGitMeans(String pattern, String path, boolean expected) {
    assertThat(PathPattern.of(pattern).orElseThrow().matches(path, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "!", "#a", "/", "//", "[a", "a/[b", "[[:none:]]", "a//b", " "})
  void someLinesMeanNothing(String line) {
    assertThat(PathPattern.of(line)).isEmpty();
  }

  @Test
  void meansWhatJGitMeans() {
    Random random = new Random(20);
    for (int i = 0; i < 20_000; i++) {
      String pattern = joined(random, PIECES, "", 6);
      String path = joined(random, NAMES, "/", 4);
      boolean isFolder = random.nextBoolean();
      Optional<PathPattern> own = PathPattern.of(pattern);
      FastIgnoreRule rule = new FastIgnoreRule(pattern);
      if (own.isPresent() && !rule.isEmpty() && isPlain(pattern)) {
        assertThat(own.get().matches(path, isFolder))
            .as("%s with %s, a folder: %s", pattern, path, isFolder)
            .isEqualTo(rule.isMatch(path, isFolder, true));
      }
    }
  }

  /** JGit takes some stars otherwise than Git does, which takes them as ours. */
  private static boolean isPlain(String pattern) {
    return !pattern.contains("**") || pattern.matches("(?:[^*/]+/)*\\*\\*/[^*/]+");
  }

  private static String joined(Random random, List<String> pieces, String between, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      text.append(pieces.get(random.nextInt(pieces.size()))).append(i == 0 ? "" : between);
    }
    return text.toString();
  }

  @Test
  void noNumberOfStarsTakesLong() {
    String name = "a".repeat(250);
    assertThat(PathPattern.of("*a".repeat(100) + "b").orElseThrow().matches(name, false)).isFalse();
    assertThat(PathPattern.of("*[a]?".repeat(50) + "b").orElseThrow().matches(name, false))
        .isFalse();
    String path = "a/".repeat(2000) + "a";
    assertThat(PathPattern.of("**/a/".repeat(100) + "b").orElseThrow().matches(path, false))
        .isFalse();
    assertThat(PathPattern.of("**/*a*a/".repeat(100) + "b").orElseThrow().matchesWithin(path))
        .isFalse();
    assertThat(PathPattern.of("[[:" + "[:".repeat(100_000) + "]")).isEmpty();
  }
}
