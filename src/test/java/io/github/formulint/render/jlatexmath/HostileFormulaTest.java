package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.RenderOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFormulaTest {

  /** Each is answered within three seconds and the start of a sandbox; the machine may be busy. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  static Stream<String> endless() {
    return Stream.of(
        "\\newcommand{\\a}{\\a}\\a",
        "\\newcommand{\\a}{\\b}\\newcommand{\\b}{\\a}\\a",
        "\\def\\a{\\a\\a}\\a",
        "\\def\\a#1{\\a{#1#1}}\\a x",
        "\\edef\\a{x}" + "\\edef\\a{\\a\\a}".repeat(40) + "\\a",
        "\\begin{array}{c}\\multicolumn{1000000000}{c}{a}\\end{array}",
        "\\begin{array}{c}\\hdotsfor{1000000000}\\end{array}",
        "\\begin{array}{*{100000000}{c}}a\\end{array}",
        "\\begin{array}{*{1000}{*{1000}{*{1000}{c}}}}a\\end{array}",
        "\\sideset{}{}{".repeat(30) + "x" + "}".repeat(30),
        "\\prescript{a}{b}{".repeat(30) + "x" + "}".repeat(30),
        "\\undertilde{".repeat(30) + "x" + "}".repeat(30),
        "\\sqrt{\\rule{1em}{100000000em}}",
        "\\overbrace{\\rule{100000000em}{1em}}",
        "\\xrightarrow{\\rule{100000000em}{1em}}",
        "\\left(\\rule{1em}{100000000em}\\right)",
        "\\left(\\begin{array}{c}a\\\\[100000000em]b\\end{array}\\right)",
        "\\left({a\\above100000000em b}\\right)",
        "\\sqrt{\\scalebox{1e9}{x}}",
        "\\sqrt{\\scalebox{900}{\\scalebox{900}{\\scalebox{900}{x}}}}",
        "\\sqrt{\\resizebox{100em}{!}{\\rule{0.000001em}{1em}}}",
        "\\binom{".repeat(100) + "x" + "}{y}".repeat(100),
        "\\left(\\frac{".repeat(40) + "x" + "}{y}\\right)".repeat(40),
        "\\left(".repeat(40) + "x" + "\\middle|y\\right)".repeat(40),
        "\u00B0".repeat(50_000),
        "x".repeat(200_000));
  }

  @ParameterizedTest
  @MethodSource("endless")
  void isAnsweredWithTooMuch(String tex) throws InterruptedException {
    Engines.onWorker(
        () ->
            assertTimeoutPreemptively(
                PATIENCE,
                () -> {
                  try (RenderEngine engine = Engines.open()) {
                    assertThat(engine.render(Engines.display(tex)))
                        .isInstanceOfAny(
                            RenderOutcome.TimedOut.class, RenderOutcome.OutOfMemory.class);
                    // What comes after it is judged as if it were not there.
                    assertThat(engine.render(Engines.display("\\frac{1}{2}")).isRendered())
                        .isTrue();
                    assertThat(engine.render(Engines.display("\\nosuch")).isRendered()).isFalse();
                  }
                }));
  }

  /** They look like the others, and JLaTeXMath comes to an end with them all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\scalebox{2}{x}",
        "\\left(\\kern1000000000em x\\right)",
        "\\left(\\raisebox{1000000000em}{x}\\right)",
        "\\begin{array}{*{100}{*{10}{c}}}a\\end{array}",
        "\\sideset{\\sideset{\\sideset{\\sideset{\\sideset{\\sideset{x}{}{a}}{}{a}}{}{a}}{}{a}}{}{a}}{}{a}"
      })
  void isRendered(String tex) {
    try (RenderEngine engine = Engines.open()) {
      assertThat(engine.render(Engines.display(tex)).isRendered()).isTrue();
    }
  }

  static Stream<String> deep() {
    return Stream.of(
        "{".repeat(5_000) + "x" + "}".repeat(5_000),
        "\\frac{".repeat(1_000) + "x" + "}{y}".repeat(1_000),
        "\\sqrt{".repeat(1_000) + "x" + "}".repeat(1_000),
        "\\left(".repeat(2_000) + "x" + "\\right)".repeat(2_000),
        "\\sqrt".repeat(5_000) + " x");
  }

  @ParameterizedTest
  @MethodSource("deep")
  void isAnsweredWithTooDeep(String tex) {
    try (RenderEngine engine = Engines.open()) {
      RenderOutcome outcome = engine.render(Engines.display(tex));
      assertThat(outcome.message()).contains("is nested too deeply");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\jlmDynamic{x}",
        "\\jlmXML{x}",
        "\\jlmExternalFont{x}",
        "\\jlmTextit{x}",
        "\\jlmTextbf{x}",
        "\\jlmTextitbf{x}",
        "\\DeclareMathSizes{0}{0}{0}{0}",
        "\\magnification{0}",
        "\\longdiv{1}{-1}"
      })
  void isSwitchedOff(String tex) {
    String command = tex.substring(0, tex.indexOf('{'));
    try (RenderEngine engine = Engines.open()) {
      assertThat(engine.render(Engines.display(tex)))
          .isEqualTo(new RenderOutcome.NotTried(command + " is switched off here"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\jlmText{x}",
        "\\fcscore{2000000000}",
        "\\roman{2000000000}",
        "\\Roman{2000000000}",
        "\\newcommand{\\a}[2000000000]{x}\\a"
      })
  void isOutOfReach(String tex) {
    try (RenderEngine engine = Engines.open()) {
      assertThat(engine.render(Engines.display(tex))).isInstanceOf(RenderOutcome.Rejected.class);
    }
  }

  @Test
  void aPictureIsNeitherReadNorLookedFor(@TempDir Path folder) throws IOException {
    Path there = Files.writeString(folder.resolve("there.png"), "no picture");
    Path missing = folder.resolve("missing.png");
    try (RenderEngine engine = Engines.open()) {
      for (String options : new String[] {"", "[width=1em]"}) {
        String command = "\\includegraphics" + options;
        assertThat(engine.render(Engines.display(command + "{" + there + "}")))
            .isEqualTo(engine.render(Engines.display(command + "{" + missing + "}")));
      }
    }
  }

  @Test
  void aPictureIsNotFetched() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        RenderEngine engine = Engines.open()) {
      server.setSoTimeout(200);
      String address = "http://127.0.0.1:" + server.getLocalPort() + "/x.png";
      engine.render(Engines.display("\\includegraphics{" + address + "}"));
      boolean isFetched;
      try {
        server.accept().close();
        isFetched = true;
      } catch (SocketTimeoutException e) {
        isFetched = false;
      }
      assertThat(isFetched).isFalse();
    }
  }
}
