package org.scilab.forge.jlatexmath;

import java.awt.Font;
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
    fonts = readFonts(Table.open("fonts.table"));
  }

  private FontInfo[] readFonts(Table table) {
    FontInfo[] read = new FontInfo[table.nextInt()];
    for (int id = 0; id < read.length; id++) {
      IDS.add(table.nextText());
      read[id] = readFont(id, table);
    }
    for (FontInfo font : read) {
      font.setBoldId(IDS.indexOf(font.boldVersion));
      font.setRomanId(IDS.indexOf(font.romanVersion));
      font.setSsId(IDS.indexOf(font.ssVersion));
      font.setTtId(IDS.indexOf(font.ttVersion));
      font.setItId(IDS.indexOf(font.itVersion));
    }
    for (int left = table.nextInt(); left > 0; left--) {
      parameters.put(table.nextText(), table.nextFloat());
    }
    for (int left = table.nextInt(); left > 0; left--) {
      String name = table.nextText();
      CharFont[] ranges = new CharFont[4];
      for (int i = 0; i < ranges.length; i++) {
        ranges[i] = nextCharacter(table);
      }
      textStyles.put(name, ranges);
    }
    for (int i = 0; i < defaultTextStyles.length; i++) {
      defaultTextStyles[i] = orNull(table.nextText());
    }
    for (int left = table.nextInt(); left > 0; left--) {
      symbols.put(table.nextText(), nextCharacter(table));
    }
    generalSettings.put("mufontid", (int) table.nextFloat());
    generalSettings.put("scriptfactor", table.nextFloat());
    generalSettings.put("scriptscriptfactor", table.nextFloat());
    generalSettings.put("spacefontid", (int) table.nextFloat());
    return read;
  }

  private static FontInfo readFont(int id, Table table) {
    String path = table.nextText();
    String name = table.nextText();
    float xHeight = table.nextFloat();
    float space = table.nextFloat();
    float quad = table.nextFloat();
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
            orNull(table.nextText()),
            orNull(table.nextText()),
            orNull(table.nextText()),
            orNull(table.nextText()),
            orNull(table.nextText()));
    font.setSkewChar(table.nextChar());
    for (int left = table.nextShort(); left > 0; left--) {
      char c = (char) (table.nextByte() & 0xFF);
      font.setMetrics(
          c,
          new float[] {table.nextFloat(), table.nextFloat(), table.nextFloat(), table.nextFloat()});
      CharFont larger = nextCharacter(table);
      if (larger != null) {
        font.setNextLarger(c, larger.c, larger.fontId);
      }
      if (table.nextBoolean()) {
        font.setExtension(
            c,
            new int[] {table.nextShort(), table.nextShort(), table.nextShort(), table.nextShort()});
      }
    }
    for (int left = table.nextShort(); left > 0; left--) {
      font.addKern(table.nextChar(), table.nextChar(), table.nextFloat());
    }
    for (int left = table.nextShort(); left > 0; left--) {
      font.addLigature(table.nextChar(), table.nextChar(), table.nextChar());
    }
    return font;
  }

  private static CharFont nextCharacter(Table table) {
    return table.nextBoolean()
        ? new CharFont(table.nextChar(), table.nextByte(), table.nextByte())
        : null;
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
