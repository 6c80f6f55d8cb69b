package io.github.formulint.markdown.remark;

import io.github.formulint.markdown.commonmark.DocumentText;
import io.github.formulint.markdown.flavor.MathBlock;
import io.github.formulint.markdown.flavor.RawText;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives a fence the TeX that stands behind its opener, if it begins with {@code \\begin} or {@code
 * \\tag}: Cherry Studio 2 takes no such text for an info string ({@code repairMathMeta} in {@code
 * remarkLatexMath.ts}).
 */
final class MetaRepair implements Consumer<MathBlock> {

  private static final Pattern FENCE =
      Pattern.compile(
          "(\\${2,})([ \\t]*+\\\\(?:begin|tag)\\b[^\\r\\n$]*)(?:\\r\\n|\\n|\\r)"
              + "[\\s\\S]*[^\\r\\n](?:\\r\\n|\\n|\\r)?\\1[ \\t]*");

  private static final String LINE_ENDS = "\r\n";

  private final DocumentText document;

  MetaRepair(DocumentText document) {
    this.document = document;
  }

  @Override
  public void accept(MathBlock block) {
    int start = block.span().start();
    Matcher fence = FENCE.matcher(document.text()).region(start, block.span().end());
    if (!block.isClosed() || !fence.matches()) {
      return;
    }
    int end = block.span().end();
    while (document.before(end) == ' ' || document.before(end) == '\t') {
      end--;
    }
    end -= fence.group(1).length();
    while (LINE_ENDS.indexOf(document.before(end)) >= 0) {
      end--;
    }
    block.fill(block.span(), RawText.of(document, fence.start(2), end));
  }
}
