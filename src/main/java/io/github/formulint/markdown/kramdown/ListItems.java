package io.github.formulint.markdown.kramdown;

import io.github.formulint.markdown.MappedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The items of a list, without their indentation: {@code parse_list} and {@code
 * parse_definition_list} of kramdown 2.4.
 *
 * @param contents for each item its content, in the parts that are parsed one after the other
 * @param endsWithMarker whether an end-of-block marker ends the list
 */
record ListItems(List<List<MappedText>> contents, boolean endsWithMarker) {

  private static final class Item {
    final List<MappedText.Builder> parts = new ArrayList<>();
    int indentation;

    MappedText.Builder last() {
      return parts.get(parts.size() - 1);
    }
  }

  private static final String LAZY_END =
      "(?:\\{:(?![:/])(?:[^}\\\\]++|\\\\\\}|\\\\)+\\}\\s*?\\n|" + HtmlTags.LAZY_END + ")";

  /** Takes the list that begins here off the source. */
  static ListItems scanList(Scanner source, boolean bullets) {
    String mark = bullets ? "[+*-]" : "\\d+\\.";
    List<Item> items = new ArrayList<>();
    Pattern start = startPattern(mark, 4);
    boolean afterBlank = false;
    boolean nested = false;
    boolean endsWithMarker = false;
    while (!source.isAtEnd()) {
      if (afterBlank && source.at(Syntax.RULE)) {
        break;
      }
      if (source.scan(Syntax.END_OF_BLOCK).isPresent()) {
        endsWithMarker = true;
        break;
      }
      Optional<MatchResult> first = source.scan(start);
      if (first.isPresent()) {
        Item item = firstLine(source, first.get());
        items.add(item);
        start = startPattern(mark, item.indentation);
        nested = isListStart(item.last().build());
        afterBlank = false;
        continue;
      }
      Item item = items.get(items.size() - 1);
      Optional<MatchResult> line = contentLine(source, item.indentation, afterBlank);
      if (line.isPresent()) {
        MappedText text = expanded(source.slice(line.get().start(), line.get().end()));
        boolean indented = text.toString().startsWith(" ".repeat(item.indentation));
        text = indented ? text.slice(item.indentation) : text;
        if (!nested && indented && isListStart(text)) {
          item.parts.add(new MappedText.Builder());
          nested = true;
        } else if (nested && !indented && isListStart(text)) {
          int place = text.sourceStart(0);
          item.last().append(" ".repeat(item.indentation + 4), place, place);
        }
        item.last().append(text);
        afterBlank = false;
      } else {
        int blankStart = source.position();
        if (source.scan(Syntax.BLANK).isEmpty()) {
          break;
        }
        nested = true;
        afterBlank = true;
        item.last().append(source.slice(blankStart, source.position()));
      }
    }
    return new ListItems(contents(items), endsWithMarker);
  }

  /** Takes the definitions that begin here off the source. */
  static ListItems scanDefinitions(Scanner source) {
    List<Item> items = new ArrayList<>();
    Pattern start = Syntax.DEFINITION;
    boolean afterBlank = false;
    while (!source.isAtEnd()) {
      Optional<MatchResult> first = source.scan(start);
      if (first.isPresent()) {
        Item item = firstLine(source, first.get());
        items.add(item);
        start = startPattern(":", item.indentation);
        afterBlank = false;
        continue;
      }
      if (source.at(Syntax.END_OF_BLOCK)) {
        break;
      }
      Item item = items.get(items.size() - 1);
      Optional<MatchResult> line = contentLine(source, item.indentation, afterBlank);
      if (line.isPresent()) {
        MappedText text = expanded(source.slice(line.get().start(), line.get().end()));
        boolean indented = text.toString().startsWith(" ".repeat(item.indentation));
        item.last().append(indented ? text.slice(item.indentation) : text);
        afterBlank = false;
      } else {
        int blankStart = source.position();
        if (source.scan(Syntax.BLANK).isEmpty()) {
          break;
        }
        afterBlank = true;
        item.last().append(source.slice(blankStart, source.position()));
      }
    }
    return new ListItems(contents(items), false);
  }

  private static List<List<MappedText>> contents(List<Item> items) {
    List<List<MappedText>> contents = new ArrayList<>();
    for (Item item : items) {
      contents.add(item.parts.stream().map(MappedText.Builder::build).toList());
    }
    return contents;
  }

  private static Pattern startPattern(String mark, int indentation) {
    int spaces = indentation >= 1 && indentation <= 3 ? indentation - 1 : 3;
    return Pattern.compile(
        "^( {0," + spaces + "}" + mark + ")([\\t| ].*?\\n)",
        Pattern.MULTILINE | Pattern.UNIX_LINES);
  }

  /** {@code parse_first_list_line}. */
  private static Item firstLine(Scanner source, MatchResult first) {
    Item item = new Item();
    int indentation = first.end(1) - first.start(1);
    MappedText content = source.slice(first.start(2), first.end(2));
    if (Syntax.LIST_ITEM_EMPTY.matcher(content).lookingAt()) {
      item.indentation = 4;
    } else {
      int column = indentation;
      int i = 0;
      while (content.charAt(i) == ' ' || content.charAt(i) == '\t') {
        column += content.charAt(i) == '\t' ? 4 - column % 4 : 1;
        i++;
      }
      item.indentation = column;
    }
    int start = 0;
    while (start < content.length() && Character.isWhitespace(content.charAt(start))) {
      start++;
    }
    content = content.slice(start);
    Matcher attributes = Syntax.LIST_ITEM_ATTRIBUTES.matcher(content);
    if (attributes.lookingAt()) {
      content = content.slice(attributes.end());
    }
    item.parts.add(new MappedText.Builder().append(content));
    return item;
  }

  private static Optional<MatchResult> contentLine(
      Scanner source, int indentation, boolean afterBlank) {
    Optional<MatchResult> line = source.check(Syntax.LINE);
    if (line.isEmpty() || line.get().group().isBlank()) {
      return Optional.empty();
    }
    boolean content = isContent(line.get().group(), indentation);
    if (!content && (afterBlank || endsLazily(source, indentation))) {
      return Optional.empty();
    }
    return source.scan(Syntax.LINE);
  }

  /** Whether a line is indented as the content of an item is: by columns, or by one tab more. */
  private static boolean isContent(String line, int indentation) {
    int i = 0;
    for (int tabs = indentation / 4; tabs > 0; tabs--) {
      if (line.startsWith("\t", i)) {
        i++;
      } else if (line.startsWith("    ", i)) {
        i += 4;
      } else {
        return false;
      }
    }
    return line.startsWith(" ".repeat(indentation % 4), i) || line.startsWith("\t", i);
  }

  private static boolean endsLazily(Scanner source, int indentation) {
    return source.at(
        Pattern.compile(
            "^ {0," + Math.min(indentation, 3) + "}" + LAZY_END,
            Pattern.MULTILINE | Pattern.UNIX_LINES));
  }

  private static MappedText expanded(MappedText line) {
    MappedText.Builder text = new MappedText.Builder();
    int tabs = 0;
    while (line.charAt(tabs) == '\t') {
      text.append("    ", line.sourceStart(tabs), line.sourceEnd(tabs));
      tabs++;
    }
    return tabs == 0 ? line : text.append(line.slice(tabs)).build();
  }

  private static boolean isListStart(MappedText text) {
    return Syntax.BULLET.matcher(text).find() || Syntax.NUMBER.matcher(text).find();
  }
}
