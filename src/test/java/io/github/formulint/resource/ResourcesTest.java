package io.github.formulint.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.formulint.run.Version;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private static String read(Class<?> neighbor, String name) throws Exception {
    try (InputStream in = Resources.open(neighbor, name)) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  @Test
  void findsWhatStandsBesideAClassAndFromTheRoot() throws Exception {
    assertThat(read(Version.class, "version.properties"))
        .contains("version=")
        .isEqualTo(read(Resources.class, "/io/github/formulint/run/version.properties"));
  }

  @Test
  void findsWhatOnlyTheJdkHas() throws Exception {
    assertThat(Resources.find(Resources.class, "/java/lang/Object.class")).isPresent();
  }

  @Test
  void tellsWhatIsMissing() throws Exception {
    assertThat(Resources.find(Resources.class, "none")).isEmpty();
    assertThatThrownBy(() -> Resources.open(Resources.class, "none"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("none");
  }
}
