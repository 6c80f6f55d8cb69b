import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.doxia.module.markdown.MarkdownParser;
import org.apache.maven.doxia.module.xhtml5.Xhtml5SinkFactory;
import org.apache.maven.doxia.sink.Sink;

/** Makes the page of each case with Doxia: lines {"id", "markdown"} become {"id", "markdown": HTML}. */
final class Doxia {

  public static void main(String[] arguments) throws Exception {
    MarkdownParser parser = new MarkdownParser();
    Field html = MarkdownParser.class.getDeclaredField("parser");
    html.setAccessible(true);
    html.set(parser, new MarkdownParser.MarkdownHtmlParser());
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int failed = 0;
    for (String line : Files.readAllLines(Path.of(arguments[0]))) {
      Map<String, Object> entry = new LinkedHashMap<>(JSON.std.mapFrom(line));
      String markdown = ((String) entry.get("markdown")).replaceFirst("^\uFEFF", "");
      ByteArrayOutputStream page = new ByteArrayOutputStream();
      try {
        Sink sink = new Xhtml5SinkFactory().createSink(page, "UTF-8");
        parser.parse(new StringReader(markdown), sink, "case");
        sink.close();
        entry.put("markdown", page.toString(StandardCharsets.UTF_8));
        out.println(JSON.std.asString(entry));
      } catch (Exception | StackOverflowError e) {
        // Where raw HTML is no XML, the build of the site fails and there is no page.
        failed++;
      }
    }
    out.flush();
    System.err.println(failed + " documents have no page");
  }
}
