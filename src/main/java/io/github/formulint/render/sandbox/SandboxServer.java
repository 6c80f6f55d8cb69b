package io.github.formulint.render.sandbox;

import io.github.formulint.render.EngineUnavailableException;
import io.github.formulint.render.EngineWorker;
import io.github.formulint.render.RenderEngine;
import io.github.formulint.tex.MathSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.concurrent.SynchronousQueue;

/** What runs in the child of a sandbox: it reads formulas and writes what came of them. */
public final class SandboxServer {

  private final RenderEngine.Provider provider;
  private final MathSource warmUp;
  private final OutputStream out;
  private final SynchronousQueue<Frame> questions = new SynchronousQueue<>();

  private SandboxServer(RenderEngine.Provider provider, MathSource warmUp, OutputStream out) {
    this.provider = provider;
    this.warmUp = warmUp;
    this.out = out;
  }

  /**
   * Serves the process that started this one, over the standard streams, and ends this one as soon
   * as that one closes them, however it ends. It does not return.
   *
   * @param provider opens the engine
   * @param warmUp a formula that has the engine load what it needs
   */
  public static void run(RenderEngine.Provider provider, MathSource warmUp) {
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    // What a library prints must not get between the frames.
    System.setOut(new PrintStream(OutputStream.nullOutputStream()));
    SandboxServer server = new SandboxServer(provider, warmUp, out);
    Thread worker =
        new Thread(null, server::renderAll, "formulint engine", EngineWorker.STACK_BYTES);
    worker.setDaemon(true);
    worker.start();
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    try {
      // While a formula is rendered this waits for the next, and so notices the end of the parent.
      while (true) {
        server.questions.put(Frame.read(in));
      }
    } catch (IOException | InterruptedException e) {
      // Halts: whatever the formula does must not keep this process.
      Runtime.getRuntime().halt(0);
    }
  }

  private void renderAll() {
    try (RenderEngine engine = provider.open()) {
      engine.render(warmUp);
      new Frame(0, new byte[0]).write(out);
      while (true) {
        Frame question = questions.take();
        MathSource formula = Message.formula(question.content());
        new Frame(question.number(), Message.of(engine.render(formula))).write(out);
      }
    } catch (EngineUnavailableException e) {
      refuse(e.getMessage());
    } catch (IOException | InterruptedException e) {
      // Nobody listens any more.
    } finally {
      Runtime.getRuntime().halt(1);
    }
  }

  private void refuse(String why) {
    try {
      new Frame(0, Message.of(why)).write(out);
    } catch (IOException e) {
      // Nobody listens any more.
    }
  }
}
