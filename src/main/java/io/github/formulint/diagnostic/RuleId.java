package io.github.formulint.diagnostic;

import java.util.regex.Pattern;

/**
 * The name of a rule, such as {@code unclosed-delimiter}; also the name of its page and its fixture
 * folder. Immutable.
 *
 * @param name lower-case words joined by hyphens
 */
public record RuleId(String name) implements Comparable<RuleId> {

  private static final Pattern KEBAB_CASE = Pattern.compile("[a-z]+(-[a-z]+)*");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the name is not lower-case words joined by hyphens
   */
  public RuleId {
    if (!KEBAB_CASE.matcher(name).matches()) {
      throw new IllegalArgumentException("no rule name: " + name);
    }
  }

  /** Written out, as is {@link #hashCode}: what Java makes itself takes long the first time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof RuleId that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(RuleId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
