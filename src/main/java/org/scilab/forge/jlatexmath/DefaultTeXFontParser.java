package org.scilab.forge.jlatexmath;

import java.awt.Font;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The measures of JLaTeXMath's fonts, and which font has which character. */
public class DefaultTeXFontParser {

  private static final List<String> IDS = new ArrayList<>();

  private final Map<String, Float> parameters = new HashMap<>();
  private final Map<String, CharFont[]> textStyles = new HashMap<>();
  private final String[] defaultTextStyles = new String[4];
  private final Map<String, CharFont> symbols = new HashMap<>();
  private final Map<String, Number> generalSettings = new HashMap<>();
  private final FontInfo[] fonts;

  /** Reads the table. */
  public DefaultTeXFontParser() {
    fonts = Table.read("fonts.table", this::readFonts);
  }

  private FontInfo[] readFonts(DataInputStream in) throws IOException {
    FontInfo[] read = new FontInfo[in.readInt()];
    for (int id = 0; id < read.length; id++) {
      IDS.add(in.readUTF());
      read[id] = readFont(id, in);
    }
    for (FontInfo font : read) {
      font.setBoldId(IDS.indexOf(font.boldVersion));
      font.setRomanId(IDS.indexOf(font.romanVersion));
      font.setSsId(IDS.indexOf(font.ssVersion));
      font.setTtId(IDS.indexOf(font.ttVersion));
      font.setItId(IDS.indexOf(font.itVersion));
    }
    for (int left = in.readInt(); left > 0; left--) {
      parameters.put(in.readUTF(), in.readFloat());
    }
    for (int left = in.readInt(); left > 0; left--) {
      String name = in.readUTF();
      CharFont[] ranges = new CharFont[4];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = readCharacter(in);
      }
      textStyles.put(name, ranges);
    }
    for (int i = 0; i < defaultTextStyles.length; i++) {
      defaultTextStyles[i] = orNull(in.readUTF());
    }
    for (int left = in.readInt(); left > 0; left--) {
      symbols.put(in.readUTF(), readCharacter(in));
    }
    generalSettings.put("mufontid", (int) in.readFloat());
    generalSettings.put("scriptfactor", in.readFloat());
    generalSettings.put("scriptscriptfactor", in.readFloat());
    generalSettings.put("spacefontid", (int) in.readFloat());
    return read;
  }

  private static FontInfo readFont(int id, DataInputStream in) throws IOException {
    String path = in.readUTF();
    String name = in.readUTF();
    float xHeight = in.readFloat();
    float space = in.readFloat();
    float quad = in.readFloat();
    FontInfo font =
        new FontInfo(
            id,
            null,
            path,
            name,
            0,
            xHeight,
            space,
            quad,
            orNull(in.readUTF()),
            orNull(in.readUTF()),
            orNull(in.readUTF()),
            orNull(in.readUTF()),
            orNull(in.readUTF()));
    font.setSkewChar(in.readChar());
    for (int left = in.readShort(); left > 0; left--) {
      char c = (char) in.readUnsignedByte();
      font.setMetrics(
          c, new float[] {in.readFloat(), in.readFloat(), in.readFloat(), in.readFloat()});
      CharFont larger = readCharacter(in);
      if (larger != null) {
        font.setNextLarger(c, larger.c, larger.fontId);
      }
      if (in.readBoolean()) {
        font.setExtension(
            c, new int[] {in.readShort(), in.readShort(), in.readShort(), in.readShort()});
      }
    }
    for (int left = in.readShort(); left > 0; left--) {
      font.addKern(in.readChar(), in.readChar(), in.readFloat());
    }
    for (int left = in.readShort(); left > 0; left--) {
      font.addLigature(in.readChar(), in.readChar(), in.readChar());
    }
    return font;
  }

  private static CharFont readCharacter(DataInputStream in) throws IOException {
    return in.readBoolean() ? new CharFont(in.readChar(), in.readByte(), in.readByte()) : null;
  }

  /** JLaTeXMath wants null for what is not there. */
  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  /**
   * Returns the fonts.
   *
   * @param before the fonts so far, none
   */
  public FontInfo[] parseFontDescriptions(FontInfo[] before) {
    return fonts;
  }

  /** Returns the parameters of TeX's algorithms. */
  public Map<String, Float> parseParameters() {
    return parameters;
  }

  /** Returns the fonts of the text styles, for digits, capital, small and other letters. */
  public Map<String, CharFont[]> parseTextStyleMappings() {
    return textStyles;
  }

  /** Returns the text styles of digits, capital, small and other letters. */
  public String[] parseDefaultTextStyleMappings() {
    return defaultTextStyles;
  }

  /** Returns the font of each symbol. */
  public Map<String, CharFont> parseSymbolMappings() {
    return symbols;
  }

  /** Returns the settings that hold for all fonts. */
  public Map<String, Number> parseGeneralSettings() {
    return generalSettings;
  }

  /**
   * Does nothing, since no font is loaded.
   *
   * @param registers whether fonts are to be registered
   */
  public static void registerFonts(boolean registers) {}

  /**
   * Returns no font: a layout asks for it and does not look at it.
   *
   * @param name the name of the file
   * @return null
   */
  public static Font createFont(String name) {
    return null;
  }

  /**
   * Returns no font: a layout asks for it and does not look at it.
   *
   * @param in the file
   * @param name its name
   * @return null
   */
  public static Font createFont(InputStream in, String name) {
    return null;
  }
}
