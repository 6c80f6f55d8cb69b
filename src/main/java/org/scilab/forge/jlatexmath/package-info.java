/**
 * Classes that stand in for JLaTeXMath's own of the same name; the class path and the executable
 * jar have them first. They are written anew and make it start faster, by what a judge does not
 * need:
 *
 * <ul>
 *   <li>its tables come as the build has written them down, not from 44 XML files: {@code
 *       JLatexMathTables} lets JLaTeXMath read those, and a test compares all that was read;
 *   <li>no font is loaded: the tables have the measures of JLaTeXMath's own fonts, and letters that
 *       these lack, such as Chinese ones, are measured by rule of thumb. So verdicts do not depend
 *       on the fonts of the machine, and nothing can be painted;
 *   <li>what it throws at every symbol, and catches, keeps no stack trace.
 * </ul>
 *
 * <p>They are used only by {@code render.jlatexmath}.
 */
package org.scilab.forge.jlatexmath;
