package io.github.formulint.render.jlatexmath;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.RenderEngine;
import io.github.formulint.render.jlatexmath.library.Manner;
import io.github.formulint.tex.MathSource;
import io.github.formulint.tex.MathStyle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

    Object outcome = render(realm, "\\frac12", notice -> {});

    assertThat(outcome.toString()).startsWith("Rendered");
    assertThat(outcome.getClass().getClassLoader()).isSameAs(realm);
  }

  @Test
  void saysThatItHasNoSandboxThere() throws Exception {
    List<String> notices = new ArrayList<>();

    Object outcome = render(new Realm(), "\\scalebox{2}{x}", notices::add);

    assertThat(outcome.toString()).startsWith("NotTried");
    assertThat(notices).singleElement().asString().contains("no process can be started");
  }

  private static Object render(Realm realm, String tex, Consumer<String> notices) throws Exception {
    Class<?> manners = realm.loadClass(Manner.class.getName());
    Object provider =
        realm
            .loadClass(JLatexMathProvider.class.getName())
            .getConstructor(manners, Consumer.class)
            .newInstance(manners.getEnumConstants()[0], notices);
    Object engine = provider.getClass().getMethod("open").invoke(provider);
    Class<?> styles = realm.loadClass(MathStyle.class.getName());
    Class<?> sources = realm.loadClass(MathSource.class.getName());
    Object formula =
        sources.getConstructor(String.class, styles).newInstance(tex, styles.getEnumConstants()[0]);

    return realm
        .loadClass(RenderEngine.class.getName())
        .getMethod("render", sources)
        .invoke(engine, formula);
  }
}
