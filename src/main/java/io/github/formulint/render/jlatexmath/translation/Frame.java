package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.Optional;

/**
 * Something that is open: a group, an environment, a pair of delimiters. Immutable.
 *
 * @param opener what opened it
 * @param token the token that opened it
 * @param name the name of the environment, or empty
 * @param environment the environment, if it is one
 * @param awaited how many arguments are awaited after it
 * @param awaitedMode the mode of those arguments
 * @param mode the mode to go on in after it
 * @param start where its content begins in what is written
 */
record Frame(
    Opener opener,
    Token token,
    String name,
    Optional<Environment> environment,
    int awaited,
    Mode awaitedMode,
    Mode mode,
    int start) {

  /** What opens, and closes with its own kind only. */
  enum Opener {
    GROUP("the brace { is not closed", "there is no { for this }"),
    BEGIN_GROUP("\\begingroup has no \\endgroup", "there is no \\begingroup for this \\endgroup"),
    LEFT("\\left has no matching \\right", "there is no \\left for this \\right"),
    ENVIRONMENT("", "there is no \\begin for this \\end");

    private final String complaint;
    private final String strayComplaint;

    Opener(String complaint, String strayComplaint) {
      this.complaint = complaint;
      this.strayComplaint = strayComplaint;
    }

    /** Returns what to say if it is not closed. */
    String complaint(String name) {
      return this == ENVIRONMENT ? "\\begin{" + name + "} has no \\end{" + name + "}" : complaint;
    }

    /** Returns what to say of a closing token without an opening one. */
    String strayComplaint(String token) {
      return token.equals("\\egroup") ? "there is no \\bgroup for this \\egroup" : strayComplaint;
    }
  }
}
