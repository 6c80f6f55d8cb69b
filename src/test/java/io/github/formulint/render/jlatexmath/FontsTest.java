package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.jlatexmath.library.Fonts;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.render.jlatexmath.library.Typesetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FontsTest {

  /** A machine without fontconfig. */
  private static final class Fontless implements Typesetter {
    @Override
    public Set<String> macros() {
      return Set.of();
    }

    @Override
    public Map<String, Integer> commands() {
      return Map.of();
    }

    @Override
    public Parsed parse(String tex) {
      return style -> {
        throw new InternalError("Fontconfig head is null");
      };
    }

    @Override
    public void restore() {}
  }

  @Test
  void missingFontsAreSaidOnce() {
    List<String> notices = new ArrayList<>();
    Fonts fonts = new Fonts(notices::add);

    assertThat(fonts.areUsable()).isTrue();
    assertThat(fonts.check(new Fontless())).isFalse();
    assertThat(fonts.check(new Fontless())).isFalse();
    assertThat(fonts.areUsable()).isFalse();
    assertThat(notices).hasSize(1).first().asString().contains("fonts");
  }

  @Test
  void fontsThatAreThereAreNotBlamed() throws Exception {
    List<String> notices = new ArrayList<>();
    Fonts fonts = new Fonts(notices::add);

    assertThat(fonts.check(new TypesetterFactory().create(Manner.TRANSLATED))).isTrue();
    assertThat(notices).isEmpty();
  }
}
