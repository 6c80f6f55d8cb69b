package io.github.formulint.rules.cjk;

import java.util.List;

/** A part of a formula that is the business of one rule. Immutable. */
sealed interface Part {

  /** Returns the index of its first token. */
  int first();

  /** Returns the index of its last token. */
  int last();

  /**
   * Text in mathematics, with the digits, spaces and marks that belong to it.
   *
   * @param first the index of its first token
   * @param last the index of its last token, in the same scope
   */
  record Text(@Override int first, @Override int last) implements Part {}

  /**
   * Text of which the first letters are scripts or arguments without braces, each letter one.
   *
   * @param words the words, parted by spaces, at least one
   * @param arguments how many letters are scripts or arguments, at least 1
   */
  record BareText(List<Text> words, int arguments) implements Part {

    /** Copies the list. */
    public BareText {
      words = List.copyOf(words);
    }

    @Override
    public int first() {
      return words.get(0).first();
    }

    @Override
    public int last() {
      return words.get(words.size() - 1).last();
    }
  }

  /**
   * Prose with formulas in it, all between the marks of one formula.
   *
   * @param texts the pieces of the prose, at least one
   */
  record Prose(List<Text> texts) implements Part {

    /** Copies the list. */
    public Prose {
      texts = List.copyOf(texts);
    }

    @Override
    public int first() {
      return texts.get(0).first();
    }

    @Override
    public int last() {
      return texts.get(texts.size() - 1).last();
    }
  }

  /**
   * Full-width marks, signs or brackets, one behind the other.
   *
   * @param first the index of the first token
   * @param last the index of the last token
   * @param place where they stand
   */
  record Marks(@Override int first, @Override int last, Place place) implements Part {

    /** Where marks stand. */
    enum Place {
      /** Within the formula. */
      WITHIN,
      /** At its end, so that they end a sentence or clause of the text around an inline formula. */
      AT_END
    }
  }

  /**
   * Full-width digits and Latin letters, one behind the other.
   *
   * @param first the index of the first token
   * @param last the index of the last token
   */
  record Alphanumerics(@Override int first, @Override int last) implements Part {}

  /**
   * A sign that is mistaken for another.
   *
   * @param first the index of its token
   * @param tex what the author means
   */
  record Sign(@Override int first, String tex) implements Part {

    @Override
    public int last() {
      return first;
    }
  }

  /**
   * A command in whose name letters are not what they look like.
   *
   * @param first the index of the token with the backslash
   * @param last the index of the last token of the name
   * @param command what the author means, such as {@code \frac}
   * @param cause what is wrong with the name
   */
  record Name(@Override int first, @Override int last, String command, Cause cause)
      implements Part {

    /** What is wrong with a name. */
    enum Cause {
      /** Greek or Cyrillic letters. */
      FOREIGN_LETTERS,
      /** Full-width letters or a full-width backslash. */
      FULL_WIDTH
    }
  }

  /**
   * Invisible characters, all the same, one behind the other.
   *
   * @param first the index of the first token
   * @param last the index of the last token
   * @param sign the character
   */
  record Invisible(@Override int first, @Override int last, InvisibleSign sign) implements Part {}
}
