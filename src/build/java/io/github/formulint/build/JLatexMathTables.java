package io.github.formulint.build;

import java.io.DataOutputStream;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets JLaTeXMath read its 44 XML files and writes down what it made of them, since reading them
 * takes most of its start. The classes of {@code org.scilab.forge.jlatexmath} in this project read
 * the tables. Run by the build.
 */
final class JLatexMathTables {

  private static final String PACKAGE = "org.scilab.forge.jlatexmath.";

  private final ClassLoader library;
  private final Path folder;

  private JLatexMathTables(ClassLoader library, Path folder) {
    this.library = library;
    this.folder = folder;
  }

  /**
   * Writes the tables.
   *
   * @param args the folder to write to
   */
  public static void main(String[] args) throws Exception {
    System.setProperty("java.awt.headless", "true");
    // Only the library: the classes of this project that stand in for its own must not be seen.
    Path jar =
        Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().startsWith("jlatexmath-"))
            .findFirst()
            .orElseThrow();
    Path folder = Files.createDirectories(Path.of(args[0]));
    try (URLClassLoader library =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      JLatexMathTables tables = new JLatexMathTables(library, folder);
      tables.write("symbols.table", tables::symbols);
      tables.write("characters.table", tables::characters);
      tables.write("glue.table", tables::glue);
      tables.write("fonts.table", tables::fonts);
    }
  }

  private interface Content {
    void writeTo(DataOutputStream out) throws Exception;
  }

  private void write(String name, Content content) throws Exception {
    try (DataOutputStream out =
        new DataOutputStream(
            new java.io.BufferedOutputStream(Files.newOutputStream(folder.resolve(name))))) {
      content.writeTo(out);
    }
  }

  private void symbols(DataOutputStream out) throws Exception {
    Map<?, ?> symbols = sorted(global("SymbolAtom", "symbols"));
    out.writeInt(symbols.size());
    for (Map.Entry<?, ?> symbol : symbols.entrySet()) {
      out.writeUTF((String) symbol.getKey());
      out.writeByte((int) field(symbol.getValue(), "type"));
      out.writeBoolean((boolean) field(symbol.getValue(), "delimiter"));
    }
  }

  private void characters(DataOutputStream out) throws Exception {
    for (String name : List.of("symbolMappings", "symbolTextMappings", "symbolFormulaMappings")) {
      String[] names = (String[]) global("TeXFormula", name);
      out.writeInt((int) Arrays.stream(names).filter(each -> each != null).count());
      for (int c = 0; c < names.length; c++) {
        if (names[c] != null) {
          out.writeChar(c);
          out.writeUTF(names[c]);
        }
      }
    }
  }

  private void glue(DataOutputStream out) throws Exception {
    Object types = global("Glue", "glueTypes");
    out.writeInt(Array.getLength(types));
    for (int i = 0; i < Array.getLength(types); i++) {
      Object type = Array.get(types, i);
      out.writeFloat((float) field(type, "space"));
      out.writeFloat((float) field(type, "stretch"));
      out.writeFloat((float) field(type, "shrink"));
      out.writeUTF((String) field(type, "name"));
    }
    int[][][] table = (int[][][]) global("Glue", "glueTable");
    out.writeInt(table.length);
    out.writeInt(table[0].length);
    out.writeInt(table[0][0].length);
    for (int[][] rows : table) {
      for (int[] row : rows) {
        for (int type : row) {
          out.writeByte(type);
        }
      }
    }
  }

  private void fonts(DataOutputStream out) throws Exception {
    Object fonts = global("DefaultTeXFont", "fontInfo");
    List<?> ids = (List<?>) global("DefaultTeXFontParser", "Font_ID");
    out.writeInt(Array.getLength(fonts));
    for (int i = 0; i < Array.getLength(fonts); i++) {
      out.writeUTF((String) ids.get(i));
      font(Array.get(fonts, i), out);
    }
    Map<?, ?> parameters = sorted(global("DefaultTeXFont", "parameters"));
    out.writeInt(parameters.size());
    for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
      out.writeUTF((String) parameter.getKey());
      out.writeFloat((float) parameter.getValue());
    }
    Map<?, ?> styles = sorted(global("DefaultTeXFont", "textStyleMappings"));
    out.writeInt(styles.size());
    for (Map.Entry<?, ?> style : styles.entrySet()) {
      out.writeUTF((String) style.getKey());
      Object ranges = style.getValue();
      for (int i = 0; i < Array.getLength(ranges); i++) {
        characterInFont(Array.get(ranges, i), out);
      }
    }
    for (String style : (String[]) global("DefaultTeXFont", "defaultTextStyleMappings")) {
      out.writeUTF(style == null ? "" : style);
    }
    Map<?, ?> symbols = sorted(global("DefaultTeXFont", "symbolMappings"));
    out.writeInt(symbols.size());
    for (Map.Entry<?, ?> symbol : symbols.entrySet()) {
      out.writeUTF((String) symbol.getKey());
      characterInFont(symbol.getValue(), out);
    }
    Map<?, ?> settings = sorted(global("DefaultTeXFont", "generalSettings"));
    settings.remove("textfactor");
    for (Object setting : settings.values()) {
      out.writeFloat(((Number) setting).floatValue());
    }
  }

  private void font(Object font, DataOutputStream out) throws Exception {
    if (field(font, "base") != null || field(font, "unicode") != null) {
      throw new IllegalStateException("a font of a kind that the tables do not tell");
    }
    for (String name : List.of("path", "fontName")) {
      out.writeUTF((String) field(font, name));
    }
    for (String name : List.of("xHeight", "space", "quad")) {
      out.writeFloat((float) field(font, name));
    }
    for (String name :
        List.of("boldVersion", "romanVersion", "ssVersion", "ttVersion", "itVersion")) {
      String version = (String) field(font, name);
      out.writeUTF(version == null ? "" : version);
    }
    out.writeChar((char) field(font, "skewChar"));
    float[][] metrics = (float[][]) field(font, "metrics");
    Object larger = field(font, "nextLarger");
    int[][] extensions = (int[][]) field(font, "extensions");
    out.writeShort((int) Arrays.stream(metrics).filter(each -> each != null).count());
    for (int c = 0; c < metrics.length; c++) {
      if (metrics[c] == null) {
        continue;
      }
      out.writeByte(c);
      for (float metric : metrics[c]) {
        out.writeFloat(metric);
      }
      characterInFont(Array.get(larger, c), out);
      out.writeBoolean(extensions[c] != null);
      if (extensions[c] != null) {
        for (int extension : extensions[c]) {
          out.writeShort(extension);
        }
      }
    }
    pairs((Map<?, ?>) field(font, "kern"), out);
    pairs((Map<?, ?>) field(font, "lig"), out);
  }

  private static void pairs(Map<?, ?> pairs, DataOutputStream out) throws Exception {
    Map<String, Object> sorted = new TreeMap<>();
    for (Map.Entry<?, ?> pair : pairs.entrySet()) {
      Object key = pair.getKey();
      sorted.put("" + field(key, "left") + field(key, "right"), pair.getValue());
    }
    out.writeShort(sorted.size());
    for (Map.Entry<String, Object> pair : sorted.entrySet()) {
      out.writeChars(pair.getKey());
      if (pair.getValue() instanceof Float kern) {
        out.writeFloat(kern);
      } else {
        out.writeChar((char) pair.getValue());
      }
    }
  }

  private static void characterInFont(Object character, DataOutputStream out) throws Exception {
    out.writeBoolean(character != null);
    if (character != null) {
      out.writeChar((char) field(character, "c"));
      out.writeByte((int) field(character, "fontId"));
      out.writeByte((int) field(character, "boldFontId"));
    }
  }

  private static Map<?, ?> sorted(Object map) {
    return new TreeMap<>((Map<?, ?>) map);
  }

  private Object global(String type, String name) throws ReflectiveOperationException {
    Class.forName(PACKAGE + "TeXFormula", true, library);
    Field field = Class.forName(PACKAGE + type, true, library).getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  private static Object field(Object of, String name) throws ReflectiveOperationException {
    for (Class<?> type = of.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(of);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
