package io.github.formulint.build;

import app.cash.zipline.QuickJs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Compiles the scripts that make up an engine into bytecode of QuickJS. Run by the build. */
final class ScriptBytecode {

  private ScriptBytecode() {}

  /**
   * Writes the bytecode beside each properties file that names the sources of an engine, as {@code
   * ScriptLibrary} puts them together.
   *
   * @param args the properties files of the engines
   */
  public static void main(String[] args) throws IOException {
    for (String each : args) {
      compile(Path.of(each));
    }
  }

  private static void compile(Path propertiesFile) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(propertiesFile)) {
      properties.load(in);
    }
    StringBuilder source = new StringBuilder();
    for (String resource : properties.getProperty("sources").split(" ")) {
      source.append(read(propertiesFile, resource)).append(";\n");
    }
    String name = propertiesFile.getFileName().toString().replace(".properties", "");
    try (QuickJs quickJs = QuickJs.create()) {
      Files.write(
          propertiesFile.resolveSibling(name + ".bytecode"),
          quickJs.compile(source.toString(), name + ".js"));
    }
  }

  private static String read(Path propertiesFile, String resource) throws IOException {
    if (!resource.startsWith("/")) {
      return Files.readString(propertiesFile.resolveSibling(resource));
    }
    try (InputStream in =
        QuickJs.class.getClassLoader().getResourceAsStream(resource.substring(1))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
