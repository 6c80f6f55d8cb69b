package io.github.formulint.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Text made to cost much time does not. */
class PlatformLargeInputTest {

  private static final int LENGTH = 50_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  @ParameterizedTest
  @MethodSource("bombs")
  void isReadInTime(ReaderUnderTest platform, String part) {
    String text = part.repeat(LENGTH / part.length());
    Assertions.assertTimeoutPreemptively(
        TIMEOUT, () -> assertThat(platform.read(text)).allMatch(f -> f.span().end() > 0));
  }

  static Stream<Arguments> bombs() {
    return Stream.of(ReaderUnderTest.values())
        .flatMap(
            platform ->
                Stream.of(
                        "$ {",
                        "\\( ",
                        "\\begin{a}{ ",
                        "` ``` ``",
                        "![a](",
                        "<a ",
                        "> ",
                        "* a\n  ",
                        "***\n",
                        "- ",
                        "~~~x1\n",
                        "{:",
                        "[a]: b\n",
                        "$\\text{",
                        "~~a ",
                        "$$\na\n\n",
                        "a | b\n",
                        "<div>\n",
                        "&",
                        "$1")
                    .map(part -> Arguments.of(platform, part)));
  }
}
