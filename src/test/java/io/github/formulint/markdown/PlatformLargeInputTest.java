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
  private static final int LONG = 2_000_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final Duration LONG_TIMEOUT = Duration.ofSeconds(90);

  @ParameterizedTest
  @MethodSource("bombs")
  void isReadInTime(ReaderUnderTest platform, String part) {
    String text = part.repeat(LENGTH / part.length());
    Assertions.assertTimeoutPreemptively(
        TIMEOUT, () -> assertThat(platform.read(text)).allMatch(f -> f.span().end() > 0));
  }

  /** So long that looking to the end from each place would take minutes. */
  @ParameterizedTest
  @MethodSource("longBombs")
  void isReadInTimeHoweverLong(ReaderUnderTest platform, String part) {
    String text = part.repeat(LONG / part.length());
    Assertions.assertTimeoutPreemptively(
        LONG_TIMEOUT, () -> assertThat(platform.read(text)).allMatch(f -> f.span().end() > 0));
  }

  static Stream<Arguments> longBombs() {
    return Stream.of(
        Arguments.of(ReaderUnderTest.PANDOC, "`"),
        Arguments.of(ReaderUnderTest.PANDOC, "`a` "),
        Arguments.of(ReaderUnderTest.PANDOC, "[a]("),
        Arguments.of(ReaderUnderTest.PANDOC, "[a](b \"c"),
        Arguments.of(ReaderUnderTest.PANDOC, "\\begin{a}{"),
        Arguments.of(ReaderUnderTest.PANDOC, "\\a{"),
        Arguments.of(ReaderUnderTest.PANDOC, "[^a"),
        Arguments.of(ReaderUnderTest.PANDOC, "<div>"),
        Arguments.of(ReaderUnderTest.PANDOC, "a\n\n"),
        Arguments.of(ReaderUnderTest.PANDOC, "~~~x1\n"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "<"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "<a>"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "<!--"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "# a\n"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "---\n"),
        Arguments.of(ReaderUnderTest.ARITHMATEX, "[a]: b\n"),
        Arguments.of(ReaderUnderTest.KRAMDOWN, "<!--"),
        Arguments.of(ReaderUnderTest.KRAMDOWN, "<!-- a\n"),
        Arguments.of(ReaderUnderTest.KRAMDOWN, "[a](<"),
        Arguments.of(ReaderUnderTest.MATHJAX_DOLLAR, "\\begin{"),
        Arguments.of(ReaderUnderTest.MATHJAX_DOLLAR, "<!-- a -->\n$x\n\n"),
        Arguments.of(ReaderUnderTest.JUPYTER, "~~~x1\n"));
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
