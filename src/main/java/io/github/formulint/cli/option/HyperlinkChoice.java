package io.github.formulint.cli.option;

import io.github.formulint.cli.console.Environment;
import io.github.formulint.report.text.Hyperlinks;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** When places in files are links. */
public enum HyperlinkChoice {
  /** On a terminal that is known to show them, or that FORCE_HYPERLINK vouches for. */
  AUTO,
  /** Always. */
  ALWAYS,
  /** Never. */
  NEVER;

  /** The first release of VTE (GNOME Terminal and others) without faults in them, 0.50. */
  private static final int VTE = 5000;

  private static final Set<String> PROGRAMS =
      Set.of("iTerm.app", "WezTerm", "vscode", "ghostty", "Hyper", "rio");

  private static final Set<String> TERMINALS =
      Set.of("xterm-kitty", "foot", "foot-extra", "xterm-ghostty", "wezterm", "contour");

  /** Returns how to write places, where a choice is left to the terminal. */
  public Hyperlinks links(Environment environment) {
    boolean wanted =
        switch (this) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> environment.isOutTerminal() && suits(environment.variables());
        };
    return wanted
        ? new Hyperlinks(Optional.of(environment.workingFolder().toAbsolutePath()))
        : Hyperlinks.NONE;
  }

  /** What is between the program and the terminal, such as tmux, may not hand them on. */
  private static boolean suits(Map<String, String> variables) {
    String forced = variables.getOrDefault("FORCE_HYPERLINK", "");
    if (!forced.isEmpty()) {
      return !forced.equals("0");
    }
    String terminal = variables.getOrDefault("TERM", "");
    if (variables.containsKey("TMUX")
        || variables.containsKey("STY")
        || variables.containsKey("CI")
        || terminal.equals("dumb")
        || terminal.startsWith("screen")) {
      return false;
    }
    return PROGRAMS.contains(variables.getOrDefault("TERM_PROGRAM", ""))
        || TERMINALS.contains(terminal)
        || variables.containsKey("WT_SESSION")
        || variables.containsKey("KONSOLE_VERSION")
        || isNewVte(variables.getOrDefault("VTE_VERSION", ""));
  }

  private static boolean isNewVte(String version) {
    try {
      return Integer.parseInt(version) >= VTE;
    } catch (NumberFormatException e) {
      return false;
    }
  }
}
