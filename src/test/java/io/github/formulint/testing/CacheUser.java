package io.github.formulint.testing;

import java.nio.file.Path;

/** A process that checks a folder again and again, with one cache. */
public final class CacheUser {

  private CacheUser() {}

  /**
   * Checks the folder, and prints the last report.
   *
   * @param args the folder, where the cache is, and how many times
   */
  public static void main(String[] args) {
    CommandLineRun run = CommandLineRun.in(Path.of(args[0]));
    String report = "";
    for (int left = Integer.parseInt(args[2]); left > 0; left--) {
      // Others make findings anew, since they are asked otherwise.
      run.run("--cache-dir", args[1], "--engine", left % 2 == 0 ? "katex" : "jlatexmath", ".");
      report = run.run("--cache-dir", args[1], ".").out();
    }
    System.out.print(report);
  }
}
