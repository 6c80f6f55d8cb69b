package io.github.formulint.render.certifier;

import io.github.formulint.render.katex.KatexProvider;

/** What the certifier vouches for against the real KaTeX. */
class CertifierAgainstKatexTest extends CertifierAgainstEngine {

  CertifierAgainstKatexTest() {
    super(new Reference(Certifier.katex(), KatexProvider::new), 1, 98);
  }
}
