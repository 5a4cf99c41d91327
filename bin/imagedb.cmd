@echo off
rem Runs imagedb on Windows: finds a Java 25 and the program, and gives Java what each command needs.
setlocal EnableExtensions DisableDelayedExpansion
set "project=%~dp0.."
set "app=%project%\lib\app"
if not exist "%app%\imagedb.jar" set "app=%project%\target"
if not exist "%app%\imagedb.jar" (
  echo imagedb: not built yet; run "mvn -Dmaven.test.skip=true package" in the project's folder 1>&2
  exit /b 1
)

set "java="
if defined IMAGEDB_JAVA_HOME if exist "%IMAGEDB_JAVA_HOME%\bin\java.exe" set "java=%IMAGEDB_JAVA_HOME%\bin\java.exe"
if not defined java if exist "%project%\lib\runtime\bin\java.exe" set "java=%project%\lib\runtime\bin\java.exe"
if not defined java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do set "java=%%~$PATH:j"
if not defined java (
  echo imagedb: no Java was found; install a JDK 25 ^(https://adoptium.net^), or set IMAGEDB_JAVA_HOME 1>&2
  exit /b 1
)

rem A long run is worth the optimizing compiler; a query ends before that pays.
set "tuning=-XX:+UseSerialGC -XX:TieredStopAtLevel=1"
if "%~1"=="index" set "tuning=-XX:+UseParallelGC -XX:MaxNewSize=256m -Xlog:gc+ergo=off"

"%java%" %tuning% --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ^
  -Dai.djl.offline=true -Djava.awt.headless=true -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 ^
  %IMAGEDB_JAVA_OPTIONS% -cp "%app%\imagedb.jar" dev.imagedb.Main %*
exit /b %ERRORLEVEL%
