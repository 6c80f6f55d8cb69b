package io.github.formulint.tex;

import io.github.formulint.source.Span;
import java.util.Objects;

/**
 * The smallest part of TeX. The tokens of a formula follow each other without gap or overlap, so
 * their texts, joined, are the formula. Immutable.
 *
 * @param kind what it is
 * @param text the characters as they stand
 * @param span where they stand, in UTF-16 offsets into the TeX
 */
public record Token(Kind kind, String text, Span span) {

  /** What a token is; the names follow TeX's categories (The TeXbook, chapter 7). */
  public enum Kind {
    /** A backslash and letters, such as {@code \frac}. */
    CONTROL_WORD,
    /**
     * A backslash and one other character, such as {@code \,}; or a backslash and white space,
     * which is {@code "\ "} however long it is.
     */
    CONTROL_SYMBOL,
    /** {@code \verb|…|} or {@code \verb*|…|} with all that it holds. */
    VERBATIM,
    /** The character that opens a group: <code>{</code>. */
    BEGIN_GROUP,
    /** The character that closes a group: <code>}</code>. */
    END_GROUP,
    /** {@code ^}. */
    SUPERSCRIPT,
    /** {@code _}. */
    SUBSCRIPT,
    /** {@code &}. */
    ALIGNMENT,
    /** {@code #}. */
    PARAMETER,
    /** {@code $}. */
    MATH_SHIFT,
    /** {@code ~}. */
    TIE,
    /** A run of spaces, tabs and line ends. */
    SPACE,
    /** {@code %} and all up to and with the end of its line. */
    COMMENT,
    /** Any other character: one code point, and the combining accents behind it. */
    CHARACTER,
    /**
     * What KaTeX refuses to read: control characters, private ones, halves of surrogate pairs, and
     * a lone backslash at the end.
     */
    UNREADABLE
  }

  /** Checks that nothing is missing. */
  public Token {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
    Objects.requireNonNull(span);
  }

  /**
   * Returns whether this is the command of that name.
   *
   * @param name the name with its backslash, such as {@code \frac} or {@code \,}
   */
  public boolean isCommand(String name) {
    return isCommand() && name().equals(name);
  }

  /**
   * Returns the name under which KaTeX knows this: its text, but {@code "\ "} for a backslash and
   * any white space.
   */
  public String name() {
    boolean controlSpace =
        kind == Kind.CONTROL_SYMBOL && text.length() > 1 && Character.isWhitespace(text.charAt(1));
    return controlSpace ? "\\ " : text;
  }

  /** Returns whether this is a command: a control word or a control symbol. */
  public boolean isCommand() {
    return kind == Kind.CONTROL_WORD || kind == Kind.CONTROL_SYMBOL;
  }

  /** Returns whether this prints nothing: white space or a comment. */
  public boolean isBlank() {
    return kind == Kind.SPACE || kind == Kind.COMMENT;
  }
}
