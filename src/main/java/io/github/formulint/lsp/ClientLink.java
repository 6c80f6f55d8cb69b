package io.github.formulint.lsp;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.services.LanguageClient;

/** The editor, once it is connected. Thread-safe. */
final class ClientLink {

  private final Set<String> said = ConcurrentHashMap.newKeySet();
  private volatile LanguageClient editor;

  void connect(LanguageClient client) {
    editor = client;
  }

  LanguageClient editor() {
    return editor;
  }

  /** Shows a message, unless it was shown before: people type on while something is wrong. */
  void warnOnce(String message) {
    if (said.size() < 1_000 && said.add(message)) {
      editor.showMessage(new MessageParams(MessageType.Warning, "formulint: " + message));
    }
  }

  /** What was said may be said again. */
  void forget() {
    said.clear();
  }
}
