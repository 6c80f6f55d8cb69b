package io.github.formulint.cli.console;

import java.time.Duration;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows on a terminal how far a run is, once it takes more than a moment. For one thread; the bar
 * itself is drawn by another.
 */
public final class Progress implements AutoCloseable {

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final int WIDTH = 78;
  private static final int UPDATE_MILLISECONDS = 200;

  private final Messages messages;
  private final int total;
  private final boolean isWanted;
  private final long start = System.nanoTime();
  private ProgressBar bar;
  private int done;

  private Progress(Messages messages, int total, boolean isWanted) {
    this.messages = messages;
    this.total = total;
    this.isWanted = isWanted;
  }

  /** Returns a display that shows itself on long runs. */
  public static Progress shown(Messages messages, int total) {
    return new Progress(messages, total, true);
  }

  /** Returns a display that shows nothing. */
  public static Progress hidden(Messages messages) {
    return new Progress(messages, 0, false);
  }

  /** Goes on by one document. */
  public void step() {
    done++;
    if (!isWanted) {
      return;
    }
    if (bar == null && System.nanoTime() - start > A_MOMENT.toNanos()) {
      bar =
          ProgressBar.builder()
              .setTaskName("checking")
              .setInitialMax(total)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(UPDATE_MILLISECONDS)
              .setConsumer(new DelegatingProgressBarConsumer(messages::showTransientLine, WIDTH))
              .build();
    }
    if (bar != null) {
      bar.stepTo(done);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      messages.eraseTransientLine();
    }
  }
}
