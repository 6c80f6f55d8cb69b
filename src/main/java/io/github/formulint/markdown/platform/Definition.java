package io.github.formulint.markdown.platform;

import io.github.formulint.markdown.MarkdownReader;
import io.github.formulint.markdown.Platform;
import io.github.formulint.render.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What is known of a platform, fact by fact; {@link #reads} makes the platform of it. Not
 * thread-safe, and used once.
 */
final class Definition {

  private final String id;
  private final String displayName;
  private final List<String> limits = new ArrayList<>();
  private Profile profile = Profiles.KATEX;
  private Platform.MathText mathText = Platform.MathText.RAW;
  private String version = "";
  private String source = "";
  private Platform.Certainty certainty = Platform.Certainty.UNVERIFIED;
  private FrontMatter[] frontMatter = {};

  private Definition(String id, String displayName) {
    this.id = id;
    this.displayName = displayName;
  }

  /**
   * Begins a definition.
   *
   * @param id the name in options
   * @param displayName the name in messages
   */
  static Definition of(String id, String displayName) {
    return new Definition(id, displayName);
  }

  /** Says what renders the formulas, and how it is set up. */
  Definition profile(Profile profile) {
    this.profile = Objects.requireNonNull(profile);
    return this;
  }

  /** Says what of a formula the engine gets, if it is not what the author wrote. */
  Definition mathText(Platform.MathText mathText) {
    this.mathText = Objects.requireNonNull(mathText);
    return this;
  }

  /** Names the version whose rules the reader follows. */
  Definition version(String version) {
    this.version = version;
    return this;
  }

  /** Says where the rules come from. */
  Definition source(String source) {
    this.source = source;
    return this;
  }

  /** Says how sure the reading is. */
  Definition certainty(Platform.Certainty certainty) {
    this.certainty = Objects.requireNonNull(certainty);
    return this;
  }

  /** Adds what else keeps a formula from being shown, a sentence. */
  Definition limit(String limit) {
    limits.add(limit);
    return this;
  }

  /** Names the front matter that the platform takes away before it reads. */
  Definition frontMatter(FrontMatter... kinds) {
    frontMatter = kinds.clone();
    return this;
  }

  /**
   * Makes the platform.
   *
   * @param reader reads as its parser does, which gets a document without its front matter
   */
  Platform reads(MarkdownReader reader) {
    return shows(reader, reader);
  }

  /**
   * Makes a platform whose renderer makes of a formula something else than its parser took.
   *
   * @param reader reads what is shown, which gets a document without its front matter
   * @param reference reads as its parser does
   */
  Platform shows(MarkdownReader reader, MarkdownReader reference) {
    return new Platform(
        id,
        displayName,
        profile,
        mathText,
        version,
        source,
        certainty,
        limits,
        frontMatter.length == 0 ? reader : BodyReader.behind(reader, frontMatter),
        reference);
  }
}
