package io.github.formulint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.testing.Json;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The list of what is shipped names all that is in the jar, and nothing else. */
class SbomIT {

  private static final Path LIST = Path.of("target/bom.json");

  /** What the build puts together from several jars. */
  private static final Set<String> MERGED =
      Set.of(
          "META-INF/MANIFEST.MF",
          "META-INF/LICENSE",
          "META-INF/LICENSE.txt",
          "META-INF/NOTICE",
          "META-INF/NOTICE.txt",
          "META-INF/DEPENDENCIES");

  private static List<Object> components;
  private static Map<String, Path> jars;

  /** Finds the jar of each component on the class path, by its name and version. */
  @BeforeAll
  @SuppressWarnings("unchecked")
  static void readList() throws IOException {
    components = (List<Object>) Json.object(Files.readString(LIST)).get("components");
    jars = new LinkedHashMap<>();
    for (Object component : components) {
      String file = text(component, "name") + "-" + text(component, "version") + ".jar";
      Path jar =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .filter(path -> path.endsWith(file))
              .findFirst()
              .orElseThrow(() -> new AssertionError(file + " is not on the class path"));
      jars.put(text(component, "name"), jar);
    }
  }

  private static String text(Object component, String name) {
    return (String) Json.at(component, name);
  }

  private static Set<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream()
          .filter(entry -> !entry.isDirectory())
          .map(ZipEntry::getName)
          .collect(Collectors.toSet());
    }
  }

  private static Set<String> own() throws IOException {
    Path classes = Path.of("target/classes");
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> classes.relativize(file).toString().replace(File.separatorChar, '/'))
          .collect(Collectors.toSet());
    }
  }

  @Test
  void allThatIsInTheJarIsListed() throws IOException {
    Set<String> explained = new HashSet<>(own());
    explained.addAll(MERGED);
    for (Path jar : jars.values()) {
      explained.addAll(entries(jar));
    }
    Set<String> unexplained = new TreeSet<>(entries(Path.of("target/formulint.jar")));
    unexplained.removeAll(explained);
    unexplained.removeIf(name -> name.startsWith("META-INF/maven/io.github.formulint/"));
    assertThat(unexplained).isEmpty();
  }

  @Test
  void allThatIsListedIsInTheJar() throws IOException {
    Set<String> shipped = entries(Path.of("target/formulint.jar"));
    for (Map.Entry<String, Path> component : jars.entrySet()) {
      Set<String> content = entries(component.getValue());
      content.removeAll(MERGED);
      content.removeAll(own());
      assertThat(content).as(component.getKey()).containsAnyElementsOf(shipped);
    }
  }

  @Test
  @SuppressWarnings("unchecked")
  void theChecksumsAreThoseOfTheJarsAndEachHasALicence() throws Exception {
    for (Object component : components) {
      byte[] bytes = Files.readAllBytes(jars.get(text(component, "name")));
      String checksum =
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
      assertThat((List<Object>) Json.at(component, "hashes"))
          .as(text(component, "name"))
          .contains(Map.of("alg", "SHA-256", "content", checksum));
      assertThat((Collection<?>) Json.at(component, "licenses")).isNotEmpty();
    }
  }

  @Test
  void nothingOfTheTestsIsListed() {
    assertThat(jars.keySet())
        .contains("katex", "jlatexmath", "commonmark")
        .doesNotContain("junit-jupiter", "jazzer", "assertj-core", "maven-core");
  }
}
