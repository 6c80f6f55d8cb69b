package io.github.formulint.files;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Kinds of files that are not Markdown, known by the ending of their names. Read as Markdown, their
 * own escapes would pass for TeX, and a fix would break them.
 */
public enum ForeignKind {
  /** JSON: each backslash of a formula is doubled in it. */
  JSON("JSON", "json json5 jsonc geojson webmanifest"),
  /** JSON Lines: many documents in one file, escaped as JSON. */
  JSON_LINES("JSON Lines", "jsonl ndjson"),
  /** HTML. */
  HTML("HTML", "html htm xhtml shtml mhtml"),
  /** LaTeX and what belongs to it. */
  LATEX("LaTeX", "tex latex ltx sty cls bib dtx tikz bbl"),
  /** reStructuredText. */
  RESTRUCTURED_TEXT("reStructuredText", "rst rest"),
  /** AsciiDoc. */
  ASCIIDOC("AsciiDoc", "adoc asciidoc asc"),
  /** Org mode. */
  ORG("an Org file", "org"),
  /** Typst. */
  TYPST("Typst", "typ"),
  /** Sweave: LaTeX with R. */
  SWEAVE("LaTeX with R", "rnw snw"),
  /** Other markups. */
  OTHER_MARKUP("another markup", "textile wiki mediawiki creole pod rdoc lyx texi texinfo t2t rtf"),
  /** XML and its kin. */
  XML("XML", "xml xsl xslt svg dbk dita opml plist rss atom fb2"),
  /** Data and settings. */
  DATA(
      "data",
      "yaml yml toml csv tsv ini cfg conf properties lock sql po pot srt vtt parquet arrow pkl npy"
          + " npz sqlite"),
  /** Programs. */
  PROGRAM(
      "source code",
      "java kt kts scala groovy gradle c h cc cpp cxx hpp hh cu py pyi pyx js mjs cjs jsx ts mts cts"
          + " tsx vue svelte astro css scss sass less go rs rb php pl pm r jl lua sh bash zsh fish"
          + " ps1 bat cmd swift mm cs fs fsx vb hs lhs ml mli elm clj cljs ex exs erl dart nim zig"
          + " asm f90 pas lean agda awk el lisp scm rkt tcl cmake tf proto graphql diff patch ejs"
          + " hbs mustache njk liquid jinja jinja2 j2 erb haml pug"),
  /** Documents that are not text. */
  BINARY(
      "no text",
      "pdf doc docx odt ppt pptx odp xls xlsx ods epub mobi djvu png jpg jpeg gif webp bmp ico tif"
          + " tiff mp3 mp4 avi mov wav ogg webm zip gz tgz xz bz2 7z rar tar jar war class so dll"
          + " exe woff woff2 ttf otf eot");

  private static final Map<String, ForeignKind> BY_ENDING = byEnding();

  private final String description;
  private final String endings;

  /** Takes what files of this kind are, and the endings of their names with spaces between. */
  ForeignKind(String description, String endings) {
    this.description = description;
    this.endings = endings;
  }

  private static Map<String, ForeignKind> byEnding() {
    Map<String, ForeignKind> kinds = new HashMap<>();
    for (ForeignKind kind : values()) {
      for (String ending : kind.endings.split(" ")) {
        kinds.put(ending, kind);
      }
    }
    return kinds;
  }

  /**
   * Returns the kind that the name of a file tells, or nothing if it is Markdown or may be.
   *
   * @param name the name of a file, with or without folders before it
   */
  public static Optional<ForeignKind> of(String name) {
    return Optional.ofNullable(BY_ENDING.get(FileEnding.of(name)));
  }

  /** Returns what files of this kind are, such as {@code JSON Lines}. */
  public String description() {
    return description;
  }

  /** Returns why a file of this kind is not looked at, to be put behind its name. */
  public String refusal() {
    return "is "
        + description
        + ", and only Markdown is read and mended, also in notebooks; it was left alone";
  }

  /** Returns whether people write formulas in files of this kind, so that a hint is of use. */
  boolean holdsFormulas() {
    return compareTo(OTHER_MARKUP) < 0 && this != JSON;
  }
}
