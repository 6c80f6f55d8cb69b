package io.github.formulint.fuzz;

/** The target whose input is a document, byte by byte. Jazzer calls it by name. */
public final class DocumentTarget {

  private static final PipelineCheck CHECK = new PipelineCheck();

  private DocumentTarget() {}

  /**
   * Checks one document.
   *
   * @param bytes the document
   */
  public static void fuzzerTestOneInput(byte[] bytes) {
    CHECK.check(bytes);
  }
}
