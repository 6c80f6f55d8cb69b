package io.github.formulint.render.jlatexmath.isolated;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.formulint.render.jlatexmath.library.Manner;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scilab.forge.jlatexmath.TeXConstants;
import org.scilab.forge.jlatexmath.TeXFormula;
import org.scilab.forge.jlatexmath.TeXIcon;

/** Lines between columns as they are painted. */
class DashedColumnsTest {

  /** Returns in how many pieces each line from the top to the bottom is painted, from the left. */
  private static List<Integer> pieces(String columns) {
    new IsolatedTypesetter(Manner.TRANSLATED, Map.of(), Set.of());
    String rows = "\\quad&\\quad\\\\\\quad&\\quad\\\\\\quad&\\rule{0pt}{3em}";
    TeXFormula formula = new TeXFormula("\\formulintdashed{" + columns + "}{" + rows + "}");
    TeXIcon icon = formula.createTeXIcon(TeXConstants.STYLE_DISPLAY, 60);
    BufferedImage image =
        new BufferedImage(icon.getIconWidth(), icon.getIconHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    icon.paintIcon(null, graphics, 0, 0);
    graphics.dispose();
    List<Integer> pieces = new ArrayList<>();
    boolean isInLine = false;
    for (int x = 0; x < image.getWidth(); x++) {
      int found = pieces(image, x);
      if (found > 0 && !isInLine) {
        pieces.add(found);
      }
      isInLine = found > 0;
    }
    return pieces;
  }

  private static int pieces(BufferedImage image, int x) {
    int pieces = 0;
    boolean isDark = false;
    for (int y = 0; y < image.getHeight(); y++) {
      boolean dark = (image.getRGB(x, y) & 0xFF) < 128;
      pieces += dark && !isDark ? 1 : 0;
      isDark = dark;
    }
    return pieces;
  }

  @Test
  void aDashedLineHasGapsAndASolidOneHasNone() {
    assertThat(pieces("c|c")).containsExactly(1);
    assertThat(pieces("c:c")).singleElement().satisfies(each -> assertThat(each).isGreaterThan(4));
    assertThat(pieces("|c:c|")).hasSize(3).startsWith(1).endsWith(1);
    assertThat(pieces(":c|c:").get(1)).isEqualTo(1);
  }
}
