package org.scilab.forge.jlatexmath;

/**
 * Says that a name is that of no formula. JLaTeXMath throws it at every symbol, before it looks
 * among those, so it keeps no stack trace and writes its message only when it is read.
 */
public class FormulaNotFoundException extends JMathTeXException {

  private static final long serialVersionUID = 1;

  private final String name;

  /**
   * Makes the exception.
   *
   * @param name the name
   */
  protected FormulaNotFoundException(String name) {
    super("");
    this.name = name;
  }

  @Override
  public String getMessage() {
    return "There's no predefined TeXFormula with the name '"
        + name
        + "' defined in '"
        + PredefinedTeXFormulaParser.RESOURCE_NAME
        + "'!";
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
