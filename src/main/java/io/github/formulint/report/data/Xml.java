package io.github.formulint.report.data;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** XML, written as a stream, with each element on a line of its own. For one thread. */
final class Xml {

  private static final char REPLACEMENT = '\uFFFD';

  private final XMLStreamWriter writer;
  private int depth;

  /**
   * Makes a writer of XML 1.0.
   *
   * @param out takes the XML, in UTF-8; it is never closed
   */
  Xml(Writer out) {
    try {
      writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(new References(out));
    } catch (XMLStreamException e) {
      throw new IllegalStateException("every Java writes XML", e);
    }
  }

  /**
   * Writes what turns the direction of text or ends its lines as references: the data stay, and no
   * log or editor in which the XML is shown obeys them. Such characters stand in values alone.
   */
  private static final class References extends FilterWriter {

    References(Writer out) {
      super(out);
    }

    @Override
    public void write(int unit) throws IOException {
      if (ControlEscapes.isDirectional(unit)) {
        out.write(String.format("&#x%X;", unit));
      } else {
        out.write(unit);
      }
    }

    @Override
    public void write(char[] text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text[i]);
      }
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(text.charAt(i));
      }
    }
  }

  /** Writes XML. */
  interface Content {
    void write() throws XMLStreamException;
  }

  /**
   * Writes, and turns a failure of the output back into what it was.
   *
   * @param content writes with this writer
   * @throws IOException if the output cannot be written
   */
  void write(Content content) throws IOException {
    try {
      content.write();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Writes what comes before the root. */
  void begin() throws XMLStreamException {
    writer.writeStartDocument("UTF-8", "1.0");
    writer.writeCharacters("\n");
  }

  /**
   * Opens an element.
   *
   * @param name its name
   * @param attributes names and values by turns
   */
  void open(String name, String... attributes) throws XMLStreamException {
    writer.writeCharacters("  ".repeat(depth++));
    writer.writeStartElement(name);
    write(attributes);
    writer.writeCharacters("\n");
  }

  /** Closes the element that was opened last. */
  void close() throws XMLStreamException {
    writer.writeCharacters("  ".repeat(--depth));
    writer.writeEndElement();
    writer.writeCharacters("\n");
  }

  /**
   * Writes an element that holds nothing.
   *
   * @param name its name
   * @param attributes names and values by turns
   */
  void empty(String name, String... attributes) throws XMLStreamException {
    writer.writeCharacters("  ".repeat(depth));
    writer.writeEmptyElement(name);
    write(attributes);
    writer.writeCharacters("\n");
  }

  /**
   * Writes an element that holds text.
   *
   * @param name its name
   * @param text what it holds
   * @param attributes names and values by turns
   */
  void text(String name, String text, String... attributes) throws XMLStreamException {
    writer.writeCharacters("  ".repeat(depth));
    writer.writeStartElement(name);
    write(attributes);
    writer.writeCharacters(allowed(text));
    writer.writeEndElement();
    writer.writeCharacters("\n");
  }

  /** Writes what comes after the root, and hands everything on to the output. */
  void end() throws XMLStreamException {
    writer.writeEndDocument();
    writer.flush();
  }

  private void write(String... attributes) throws XMLStreamException {
    for (int i = 0; i < attributes.length; i += 2) {
      writer.writeAttribute(attributes[i], allowed(attributes[i + 1]));
    }
  }

  /** Returns a text without the characters that XML 1.0 cannot hold (section 2.2). */
  private static String allowed(String text) {
    StringBuilder allowed = new StringBuilder(text.length());
    text.codePoints()
        .forEach(each -> allowed.appendCodePoint(isAllowed(each) ? each : REPLACEMENT));
    return allowed.toString();
  }

  private static boolean isAllowed(int codePoint) {
    boolean isControl =
        codePoint < ' ' && "\t\n\r".indexOf(codePoint) < 0 || codePoint >= 0x7F && codePoint < 0xA0;
    boolean isHalf = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    return !isControl && !isHalf && codePoint != 0xFFFE && codePoint != 0xFFFF;
  }
}
