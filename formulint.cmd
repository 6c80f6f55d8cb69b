@echo off
rem Starts formulint on Windows: finds Java (JAVA_HOME, then PATH) and the jar (FORMULINT_JAR, then the
rem installed or the built one), and builds the jar once if there is none. FORMULINT_JAVA_OPTIONS holds
rem more options for Java, such as -Xmx4g.
rem
rem No message stands in a block: a path with a bracket, as in "Program Files (x86)", would end it.
setlocal DisableDelayedExpansion
set "home=%~dp0"

if not defined JAVA_HOME goto javaOfPath
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto findJar
echo formulint: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it; set it to a JDK 17 or newer, or unset it>&2
exit /b 2

:javaOfPath
set "java=java"
where java >nul 2>nul
if not errorlevel 1 goto findJar
echo formulint: Java is not found; install a JDK 17 or newer, or set JAVA_HOME to one>&2
exit /b 2

:findJar
if not defined FORMULINT_JAR goto ownJar
set "jar=%FORMULINT_JAR%"
if exist "%jar%" goto run
echo formulint: FORMULINT_JAR is "%jar%", but there is no such file>&2
exit /b 2

:ownJar
set "jar=%home%formulint.jar"
if exist "%jar%" goto run
set "jar=%home%..\share\formulint\formulint.jar"
if exist "%jar%" goto run
set "jar=%home%target\formulint.jar"
if exist "%jar%" goto run
if exist "%home%pom.xml" goto build
echo formulint: there is no "%jar%", and no sources to build it from; set FORMULINT_JAR to a jar>&2
exit /b 2

:build
where mvn >nul 2>nul
if not errorlevel 1 goto buildNow
echo formulint: the jar has to be built once, and Maven is not found; install Maven 3.6.3 or newer, or set FORMULINT_JAR to a jar>&2
exit /b 2

:buildNow
echo formulint: building "%jar%" once; this takes about a minute>&2
call mvn -B -q -f "%home%pom.xml" -DskipTests -Dspotless.check.skip=true package >&2
if exist "%jar%" goto run
echo formulint: the build failed; the messages of Maven above say why>&2
exit /b 2

:run
rem Reports are UTF-8. A console is set to that for the run, and back to what it was.
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp 2^>nul') do set "page=%%p"
if defined page chcp 65001 >nul 2>nul
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Djava.awt.headless=true %FORMULINT_JAVA_OPTIONS% -jar "%jar%" %*
set "code=%errorlevel%"
if defined page chcp %page% >nul 2>nul
exit /b %code%
