package io.github.formulint.render.jlatexmath.isolated;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;

/**
 * What stretches: the lines of an arrow, a bracket or a check, drawn as long as they need to be.
 * Immutable.
 *
 * @param lines the lines, from above to below
 * @param leastWidth how long it is at least, in em; KaTeX's {@code stretchy.ts} has the same
 * @param height how high it is, in em
 */
record ArrowShape(Line[] lines, float leastWidth, float height) {

  /** What stands at an end of a line. */
  enum End {
    NONE,
    HEAD,
    TWO_HEADS,
    /** The upper half of a head. */
    UPPER,
    /** The lower half of a head. */
    LOWER,
    HOOK,
    BAR
  }

  /** How a line runs. */
  enum Shaft {
    SINGLE,
    DOUBLE,
    /** Down to the middle and up again. */
    CHECK
  }

  /**
   * A line with its ends.
   *
   * @param left what stands at its left end
   * @param shaft how it runs
   * @param right what stands at its right end
   * @param inset by how much it is shorter than the whole, in em, on both sides together
   */
  record Line(End left, Shaft shaft, End right, float inset) {}

  private static final float HEAD_LENGTH = 0.22f;
  private static final float HEAD_HEIGHT = 0.2f;
  private static final float SECOND_HEAD = 0.17f;
  private static final float DOUBLE_GAP = 0.09f;
  private static final float PAIR_GAP = 0.13f;

  /**
   * Returns the shape of an arrow of KaTeX.
   *
   * @param name the name of the arrow without what is before it in the command
   */
  static ArrowShape named(String name) {
    return switch (name) {
      case "leftrightarrow" -> one(End.HEAD, Shaft.SINGLE, End.HEAD, 1.75f);
      case "Rightarrow" -> one(End.NONE, Shaft.DOUBLE, End.HEAD, 1.526f);
      case "Leftarrow" -> one(End.HEAD, Shaft.DOUBLE, End.NONE, 1.526f);
      case "Leftrightarrow" -> one(End.HEAD, Shaft.DOUBLE, End.HEAD, 1.75f);
      case "hookrightarrow" -> one(End.HOOK, Shaft.SINGLE, End.HEAD, 1.08f);
      case "hookleftarrow" -> one(End.HEAD, Shaft.SINGLE, End.HOOK, 1.08f);
      case "mapsto" -> one(End.BAR, Shaft.SINGLE, End.HEAD, 1.5f);
      case "rightharpoonup" -> one(End.NONE, Shaft.SINGLE, End.UPPER, 0.888f);
      case "rightharpoondown" -> one(End.NONE, Shaft.SINGLE, End.LOWER, 0.888f);
      case "leftharpoonup" -> one(End.UPPER, Shaft.SINGLE, End.NONE, 0.888f);
      case "leftharpoondown" -> one(End.LOWER, Shaft.SINGLE, End.NONE, 0.888f);
      case "longequal" -> one(End.NONE, Shaft.DOUBLE, End.NONE, 0.888f);
      case "twoheadrightarrow" -> one(End.NONE, Shaft.SINGLE, End.TWO_HEADS, 0.888f);
      case "twoheadleftarrow" -> one(End.TWO_HEADS, Shaft.SINGLE, End.NONE, 0.888f);
      case "linesegment" -> one(End.BAR, Shaft.SINGLE, End.BAR, 0.888f);
      case "check" -> new ArrowShape(lines(line(End.NONE, Shaft.CHECK, End.NONE)), 0, 0.24f);
      case "rightleftarrows" ->
          two(line(End.NONE, Shaft.SINGLE, End.HEAD), line(End.HEAD, Shaft.SINGLE, End.NONE));
      case "rightleftharpoons" ->
          two(line(End.NONE, Shaft.SINGLE, End.UPPER), line(End.LOWER, Shaft.SINGLE, End.NONE));
      case "leftrightharpoons" ->
          two(line(End.UPPER, Shaft.SINGLE, End.NONE), line(End.NONE, Shaft.SINGLE, End.LOWER));
      case "rightequilibrium" ->
          two(
              line(End.NONE, Shaft.SINGLE, End.UPPER),
              new Line(End.LOWER, Shaft.SINGLE, End.NONE, 0.7f));
      case "leftequilibrium" ->
          two(
              new Line(End.NONE, Shaft.SINGLE, End.UPPER, 0.7f),
              line(End.LOWER, Shaft.SINGLE, End.NONE));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Line line(End left, Shaft shaft, End right) {
    return new Line(left, shaft, right, 0);
  }

  private static Line[] lines(Line... lines) {
    return lines;
  }

  private static ArrowShape one(End left, Shaft shaft, End right, float leastWidth) {
    return new ArrowShape(lines(line(left, shaft, right)), leastWidth, 2 * HEAD_HEIGHT);
  }

  private static ArrowShape two(Line upper, Line lower) {
    return new ArrowShape(lines(upper, lower), 1.75f, 2 * (HEAD_HEIGHT + PAIR_GAP));
  }

  /**
   * Draws it.
   *
   * @param graphics where
   * @param left where it begins
   * @param right where it ends
   * @param middle the height of its middle
   * @param em how much an em is
   * @param thickness how thick the lines are
   */
  void draw(Graphics2D graphics, float left, float right, float middle, float em, float thickness) {
    Stroke before = graphics.getStroke();
    graphics.setStroke(new BasicStroke(thickness));
    for (int i = 0; i < lines.length; i++) {
      float gap = lines.length == 1 ? 0 : (2 * i - 1) * PAIR_GAP * em;
      float inset = Math.min(lines[i].inset() * em, (right - left) / 2) / 2;
      draw(graphics, lines[i], left + inset, right - inset, middle + gap, em);
    }
    graphics.setStroke(before);
  }

  private void draw(Graphics2D graphics, Line line, float left, float right, float y, float em) {
    switch (line.shaft()) {
      case SINGLE -> graphics.draw(new Line2D.Float(left, y, right, y));
      case DOUBLE -> {
        float gap = DOUBLE_GAP * em;
        float start = left + (line.left() == End.NONE ? 0 : gap);
        float end = right - (line.right() == End.NONE ? 0 : gap);
        graphics.draw(new Line2D.Float(start, y - gap, end, y - gap));
        graphics.draw(new Line2D.Float(start, y + gap, end, y + gap));
      }
      case CHECK -> {
        float half = height * em / 2;
        float center = (left + right) / 2;
        graphics.draw(new Line2D.Float(left, y - half, center, y + half));
        graphics.draw(new Line2D.Float(center, y + half, right, y - half));
      }
    }
    end(graphics, line.left(), left, y, -em);
    end(graphics, line.right(), right, y, em);
  }

  /** Draws an end; the em is negative at the left. */
  private static void end(Graphics2D graphics, End end, float x, float y, float em) {
    float tall = HEAD_HEIGHT * Math.abs(em);
    switch (end) {
      case NONE -> {}
      case HEAD -> {
        half(graphics, x, y, em, -tall);
        half(graphics, x, y, em, tall);
      }
      case TWO_HEADS -> {
        end(graphics, End.HEAD, x, y, em);
        end(graphics, End.HEAD, x - SECOND_HEAD * em, y, em);
      }
      case UPPER -> half(graphics, x, y, em, -tall);
      case LOWER -> half(graphics, x, y, em, tall);
      case BAR -> graphics.draw(new Line2D.Float(x, y - tall, x, y + tall));
      case HOOK -> {
        Path2D.Float hook = new Path2D.Float();
        hook.moveTo(x, y);
        hook.curveTo(
            x + tall * Math.signum(em), y, x + tall * Math.signum(em), y - tall, x, y - tall);
        graphics.draw(hook);
      }
    }
  }

  private static void half(Graphics2D graphics, float x, float y, float em, float tall) {
    Path2D.Float half = new Path2D.Float();
    half.moveTo(x, y);
    half.quadTo(x - HEAD_LENGTH * em / 2, y + tall / 5, x - HEAD_LENGTH * em, y + tall);
    graphics.draw(half);
  }
}
