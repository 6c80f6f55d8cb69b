package io.github.formulint.render.sandbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A child that says what it is told to, and then ends or hangs. */
final class FakeProcess extends Process {

  private final CountDownLatch destroyed = new CountDownLatch(1);
  private final InputStream says;
  private final OutputStream hears;
  private final int exitValue;

  private FakeProcess(byte[] says, boolean hangsThen, boolean isDeaf, int exitValue) {
    InputStream words = new ByteArrayInputStream(says);
    this.says = hangsThen ? new SequenceInputStream(words, new Silence()) : words;
    this.hears = isDeaf ? new FullPipe() : OutputStream.nullOutputStream();
    this.exitValue = exitValue;
  }

  static FakeProcess thatEnds(int exitValue, byte[] says) {
    return new FakeProcess(says, false, false, exitValue);
  }

  static FakeProcess thatHangs(byte[] says) {
    return new FakeProcess(says, true, false, 137);
  }

  static FakeProcess thatReadsNothing(byte[] says) {
    return new FakeProcess(says, true, true, 137);
  }

  boolean isDestroyed() {
    return destroyed.getCount() == 0;
  }

  private void awaitDestruction() throws IOException {
    try {
      destroyed.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private final class Silence extends InputStream {
    @Override
    public int read() throws IOException {
      awaitDestruction();
      return -1;
    }
  }

  private final class FullPipe extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      awaitDestruction();
      throw new IOException("broken pipe");
    }
  }

  @Override
  public OutputStream getOutputStream() {
    return hears;
  }

  @Override
  public InputStream getInputStream() {
    return says;
  }

  @Override
  public InputStream getErrorStream() {
    return InputStream.nullInputStream();
  }

  @Override
  public int waitFor() {
    return exitValue;
  }

  @Override
  public boolean waitFor(long timeout, TimeUnit unit) {
    return true;
  }

  @Override
  public int exitValue() {
    return exitValue;
  }

  @Override
  public void destroy() {
    destroyed.countDown();
  }

  @Override
  public Process destroyForcibly() {
    destroy();
    return this;
  }
}
