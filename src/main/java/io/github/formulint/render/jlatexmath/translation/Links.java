package io.github.formulint.render.jlatexmath.translation;

import io.github.formulint.tex.Token;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Links, pictures and marks of HTML: nothing is fetched or followed. */
public final class Links {

  /** Stands for a per cent sign in a link, where it starts no comment. */
  public static final char PERCENT = '\uE025';

  private Links() {}

  static void href(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Mode mode = out.mode();
    out.in().argumentText(command);
    out.put("{" + out.argument(command, mode) + "}");
  }

  static void url(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    String address = out.in().argumentText(command).replace(PERCENT, '%');
    out.put(Characters.typewriter(address.replaceAll("\\\\([#$%&~_^{}])", "$1")));
  }

  /** A picture is not fetched: a frame stands for it. */
  static void picture(Translator out, Token command) throws RefusalException {
    out.requireMath(command);
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Optional<List<Token>> option = out.in().optionalArgument();
    if (option.isPresent()) {
      for (String setting : TokenReader.text(option.get()).split(",")) {
        String[] parts = setting.split("=", -1);
        boolean isSize = Set.of("width", "height", "totalheight").contains(parts[0].strip());
        if (isSize && (parts.length != 2 || Length.parse(parts[1]).isEmpty())) {
          throw RefusalException.at(command, "\\includegraphics has no valid length: " + setting);
        }
        if (!isSize && !parts[0].strip().equals("alt") && parts.length == 2) {
          throw RefusalException.at(
              command, "\\includegraphics has no setting " + parts[0].strip());
        }
      }
    }
    out.in().argumentText(command);
    out.put("\\fbox{\\phantom{M}}");
  }

  static void htmlData(Translator out, Token command) throws RefusalException {
    out.requireNoScript(command);
    out.requireNotArgument(command);
    Mode mode = out.mode();
    for (String datum : out.in().argumentText(command).split(",")) {
      if (datum.indexOf('=') < 0) {
        throw RefusalException.at(command, "\\htmlData has no = in " + datum.strip());
      }
    }
    out.put("{" + out.argument(command, mode) + "}");
  }
}
