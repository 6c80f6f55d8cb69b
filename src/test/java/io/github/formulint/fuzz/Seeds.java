package io.github.formulint.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.formulint.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What the fuzzers begin with: the project's own documents, piece by piece. */
final class Seeds {

  private static final int DECISIONS = 30;
  private static final int LONGEST_DECISIONS = 50;

  private static final List<String> PIECES =
      List.of(
          "> $a\n> b$\n",
          "- $x$\n\n  $$\n  y\n  $$\n",
          "| $a|b$ | `$c$` |\n|---|---|\n| \\(d\\) | $e$ |\n",
          "```math\nx_\\max\n```\n",
          "\uFEFF$x$\r\n$$\r\n\\frac{1}{2\r\n$$\r\n",
          "\\begin{align}a&=b\\\\c\\end{align}\n",
          "# $中文$，\\$5 and $6\n",
          "[a]($b$) <b>$c$</b> **$d$** ~~\\[e\\]~~ $`f`$\n",
          "---\ntitle: $x$\n---\n$\\def\\a#1{#1^2}\\a{x}$\n",
          "$x$[^1]\n\n[^1]: $y\n",
          "$\\text{a_b} \\color{red} \\href{https://a.example/%20}{c} \\u {$\n",
          "\u001B[31m$\\\u0007$\n");

  private Seeds() {}

  /** Returns documents. */
  static List<byte[]> documents() throws IOException {
    List<byte[]> documents = new ArrayList<>();
    PIECES.forEach(piece -> documents.add(piece.getBytes(UTF_8)));
    try (Stream<Path> files = Files.walk(Fixtures.FOLDER)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        for (String piece : Files.readString(file).split("(?<=\n)\n")) {
          documents.add(piece.getBytes(UTF_8));
        }
      }
    }
    return documents;
  }

  /** Returns decisions of the grammar, always the same. */
  static List<byte[]> decisions() {
    Random random = new Random(1);
    List<byte[]> decisions = new ArrayList<>();
    for (int i = 0; i < DECISIONS; i++) {
      byte[] bytes = new byte[1 + random.nextInt(LONGEST_DECISIONS)];
      random.nextBytes(bytes);
      decisions.add(bytes);
    }
    return decisions;
  }
}
