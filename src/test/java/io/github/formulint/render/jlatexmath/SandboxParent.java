package io.github.formulint.render.jlatexmath;

import io.github.formulint.render.RenderEngine;

/** A program that renders in a sandbox, says who its children are, and then waits to be killed. */
final class SandboxParent {

  private SandboxParent() {}

  /**
   * Runs it.
   *
   * @param args the formula during which it is killed; nothing to wait after one that ends
   */
  public static void main(String[] args) throws InterruptedException {
    RenderEngine engine = Engines.open();
    engine.render(Engines.display("\\scalebox{2}{x}"));
    ProcessHandle.current().children().forEach(child -> System.out.println(child.pid()));
    System.out.println("done");
    while (true) {
      if (args.length > 0) {
        engine.render(Engines.display(args[0]));
      } else {
        Thread.sleep(1000);
      }
    }
  }
}
