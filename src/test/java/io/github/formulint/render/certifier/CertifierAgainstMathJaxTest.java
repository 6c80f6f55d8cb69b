package io.github.formulint.render.certifier;

import io.github.formulint.render.mathjax.MathJaxProvider;
import io.github.formulint.render.mathjax.MathJaxSetup;
import org.junit.jupiter.api.Nested;

/** What the certifiers vouch for against the real MathJax, set up in each way. */
class CertifierAgainstMathJaxTest {

  private static Reference reference(MathJaxSetup setup) {
    return new Reference(Certifier.mathjax(setup.label()), () -> new MathJaxProvider(setup));
  }

  @Nested
  class GitHub extends CertifierAgainstEngine {
    GitHub() {
      super(reference(MathJaxSetup.GITHUB), 12, 97);
    }
  }

  @Nested
  class Full extends CertifierAgainstEngine {
    Full() {
      super(reference(MathJaxSetup.FULL), 12, 97);
    }
  }

  @Nested
  class Standard extends CertifierAgainstEngine {
    Standard() {
      super(reference(MathJaxSetup.STANDARD), 12, 97);
    }
  }
}
