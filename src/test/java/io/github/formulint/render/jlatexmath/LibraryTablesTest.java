package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables that the build writes make the same of JLaTeXMath as its XML files do. */
class LibraryTablesTest {

  private static final String PACKAGE = "org.scilab.forge.jlatexmath.";

  @ParameterizedTest
  @CsvSource({
    "SymbolAtom, symbols",
    "TeXFormula, symbolMappings",
    "TeXFormula, symbolTextMappings",
    "TeXFormula, symbolFormulaMappings",
    "Glue, glueTypes",
    "Glue, glueTable",
    "DefaultTeXFont, fontInfo",
    "DefaultTeXFont, parameters",
    "DefaultTeXFont, textStyleMappings",
    "DefaultTeXFont, defaultTextStyleMappings",
    "DefaultTeXFont, symbolMappings",
    "DefaultTeXFont, generalSettings",
    "FontInfo, fonts"
  })
  void holdWhatTheXmlSays(String type, String field) throws Exception {
    URL xml = getClass().getResource("/org/scilab/forge/jlatexmath/TeXSymbols.xml");
    URL jar = ((JarURLConnection) xml.openConnection()).getJarFileURL();
    ClassLoader ours = new IsolatingClassLoader(getClass().getClassLoader());
    try (URLClassLoader original =
        new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader())) {
      String described = describe(value(original, type, field));
      assertThat(described).hasSizeGreaterThan(80);
      assertThat(describe(value(ours, type, field))).isEqualTo(described);
    }
  }

  private static Object value(ClassLoader loader, String type, String name) throws Exception {
    Class.forName(PACKAGE + "TeXFormula", true, loader);
    Class.forName(PACKAGE + "DefaultTeXFont", true, loader);
    Field field = Class.forName(PACKAGE + type, true, loader).getDeclaredField(name);
    field.setAccessible(true);
    return field.get(null);
  }

  private static String describe(Object value) throws IllegalAccessException {
    if (value == null) {
      return "null";
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, String> sorted = new TreeMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        sorted.put(describe(entry.getKey()), describe(entry.getValue()));
      }
      return sorted.toString();
    }
    Class<?> type = value.getClass();
    StringBuilder text = new StringBuilder(type.getSimpleName());
    if (type.isArray()) {
      for (int i = 0; i < Array.getLength(value); i++) {
        text.append(i == 0 ? "[" : ", ").append(describe(Array.get(value, i)));
      }
      return text.append("]\n").toString();
    }
    if (!type.getName().startsWith(PACKAGE)) {
      return text.append(' ').append(value).toString();
    }
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      for (Field field : each.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
          field.setAccessible(true);
          text.append(' ').append(field.getName()).append('=').append(describe(field.get(value)));
        }
      }
    }
    return text.toString();
  }
}
