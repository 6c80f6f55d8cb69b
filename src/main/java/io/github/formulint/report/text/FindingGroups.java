package io.github.formulint.report.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings by rule, then by file, or the other way round: counts, the first places, and one finding
 * of each group in full. Memory grows with the number of groups, not of findings. For one thread.
 */
final class FindingGroups {

  /** How many parts of a group are listed. */
  private static final int MOST_PARTS = 20;

  /** How many places of a part are kept; fewer are shown where the line ends before. */
  private static final int MOST_PLACES = 12;

  private final boolean isByRule;
  private final Palette palette;
  private final TextLayout layout;
  private final Map<String, Group> groups = new LinkedHashMap<>();

  FindingGroups(boolean isByRule, Palette palette, TextLayout layout) {
    this.isByRule = isByRule;
    this.palette = palette;
    this.layout = layout;
  }

  private static final class Group {
    private final ToldFinding example;
    private final Map<String, Part> parts = new LinkedHashMap<>();
    private int count;

    Group(ToldFinding example) {
      this.example = example;
    }
  }

  private static final class Part {
    private final List<String> places = new ArrayList<>();
    private int count;
  }

  /** Takes a finding. */
  void add(ToldFinding finding) {
    String rule = finding.severity().label() + "[" + finding.rule() + "]";
    String outer = isByRule ? rule : finding.file();
    String inner = isByRule ? finding.file() : rule;
    Group group = groups.computeIfAbsent(outer, name -> new Group(finding));
    group.count++;
    Part part = group.parts.computeIfAbsent(inner, name -> new Part());
    part.count++;
    if (part.places.size() < MOST_PLACES) {
      part.places.add(finding.position());
    }
  }

  /**
   * Returns the lines to print; with rules, the most frequent first, with files, in their order.
   */
  List<String> lines() {
    List<Map.Entry<String, Group>> ordered = new ArrayList<>(groups.entrySet());
    if (isByRule) {
      ordered.sort(Comparator.comparing(each -> -each.getValue().count));
    }
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Group> each : ordered) {
      Group group = each.getValue();
      String title = each.getKey() + ": " + Words.count(group.count, "finding");
      String over = isByRule ? " in " + Words.count(group.parts.size(), "file") : "";
      lines.add(palette.strong("== " + title + over + (group.count > 1 ? ", one of them:" : ":")));
      lines.add("");
      lines.addAll(group.example.lines());
      lines.add("");
      if (group.count > 1) {
        addParts(lines, group);
        lines.add("");
      }
    }
    return lines;
  }

  private void addParts(List<String> lines, Group group) {
    List<Map.Entry<String, Part>> parts = new ArrayList<>(group.parts.entrySet());
    parts.sort(Comparator.comparing(each -> -each.getValue().count));
    for (Map.Entry<String, Part> each : parts.subList(0, Math.min(MOST_PARTS, parts.size()))) {
      Part part = each.getValue();
      StringBuilder line = new StringBuilder("  ").append(each.getKey());
      line.append(": ").append(part.count).append("  at ");
      int used = LineWrap.width(line.toString());
      int shown = 0;
      for (String place : part.places) {
        boolean fits = used + place.length() + ", …".length() <= layout.width();
        if (shown > 0 && !fits) {
          break;
        }
        String piece = (shown > 0 ? ", " : "") + place;
        line.append(piece);
        used += piece.length();
        shown++;
      }
      lines.add(line + (shown < part.count ? ", …" : ""));
    }
    int rest = parts.size() - MOST_PARTS;
    if (rest > 0) {
      lines.add("  and in " + Words.count(rest, isByRule ? "more file" : "more rule"));
    }
  }
}
