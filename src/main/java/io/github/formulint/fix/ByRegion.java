package io.github.formulint.fix;

import io.github.formulint.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Parts of a document, sorted by the regions that they touch. Immutable.
 *
 * @param inside for each region what overlaps it, in order of place
 * @param outside what overlaps no region, in order of place
 */
record ByRegion<T>(List<List<T>> inside, List<T> outside) {

  /**
   * Sorts parts. The time grows with the number of parts, not with that of the regions.
   *
   * @param all the parts, in order of place
   * @param place where a part stands
   * @param regions the regions, in order of place; none overlaps another
   */
  static <T> ByRegion<T> of(List<T> all, Function<T, Span> place, List<Span> regions) {
    List<List<T>> inside = new ArrayList<>();
    regions.forEach(region -> inside.add(new ArrayList<>()));
    List<T> outside = new ArrayList<>();
    for (T part : all) {
      Span span = place.apply(part);
      boolean isOutside = true;
      for (int i = firstEndingAt(span.start(), regions);
          i < regions.size() && regions.get(i).start() <= span.end();
          i++) {
        if (isInside(span, regions.get(i))) {
          inside.get(i).add(part);
          isOutside = false;
        }
      }
      if (isOutside) {
        outside.add(part);
      }
    }
    return new ByRegion<>(inside, outside);
  }

  /** Returns the index of the first region that ends at an offset or behind it. */
  private static int firstEndingAt(int offset, List<Span> regions) {
    int low = 0;
    int high = regions.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (regions.get(middle).end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean isInside(Span span, Span region) {
    return span.overlaps(region) || span.isEmpty() && region.contains(span);
  }
}
