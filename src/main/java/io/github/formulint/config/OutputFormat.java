package io.github.formulint.config;

/** The shapes of the report. */
public enum OutputFormat {
  /** For people: the source line, carets under the place, what each engine says. */
  TEXT,
  /** One line for each finding. */
  CONCISE,
  /** One JSON object for the whole run. */
  JSON,
  /** One JSON object for each finding, each on a line. */
  JSONL,
  /** Annotations in GitHub Actions. */
  GITHUB,
  /** A Code Quality report for GitLab. */
  GITLAB,
  /** SARIF 2.1.0, for code scanning and editors. */
  SARIF,
  /** Test cases, for the test pages of CI servers. */
  JUNIT,
  /** XML as Checkstyle writes it. */
  CHECKSTYLE,
  /** Reviewdog Diagnostic Format, an object on a line for each finding. */
  RDJSONL
}
