package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The engine runs where its classes come from no file, as in the class realm of a Maven plugin. */
class ClassRealmTest {

  /** Hands on bytes from another loader, and has no class path of its own. */
  private static final class Realm extends ClassLoader {

    private final ClassLoader source = ClassRealmTest.class.getClassLoader();

    private Realm() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          throw new ClassNotFoundException(name);
        }
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
      return source.getResourceAsStream(name);
    }

    @Override
    protected java.net.URL findResource(String name) {
      return source.getResource(name);
    }
  }

  @Test
  void rendersWithoutAClassPath() throws Exception {
    Realm realm = new Realm();
    Object provider =
        realm
            .loadClass(JLatexMathProvider.class.getName())
            .getConstructor(Consumer.class)
            .newInstance((Consumer<String>) notice -> {});
    Object engine = provider.getClass().getMethod("open").invoke(provider);
    Class<?> styles = realm.loadClass(MathStyle.class.getName());
    Class<?> sources = realm.loadClass(MathSource.class.getName());
    Object formula =
        sources
            .getConstructor(String.class, styles)
            .newInstance("\\frac12", styles.getEnumConstants()[0]);

    Object outcome =
        realm
            .loadClass(RenderEngine.class.getName())
            .getMethod("render", sources)
            .invoke(engine, formula);

    assertThat(outcome.toString()).startsWith("Rendered");
    assertThat(outcome.getClass().getClassLoader()).isSameAs(realm);
  }
}
