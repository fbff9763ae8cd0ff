@echo off
rem Runs weft. Builds its jar first where it is missing.
setlocal
set "folder=%~dp0"
set "jar=%folder%target\weft.jar"

rem Any Java from 8 on will do here: weft.jar looks for a JDK 25 by itself.
set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if defined WEFT_JAVA_HOME if exist "%WEFT_JAVA_HOME%\bin\java.exe" set "java=%WEFT_JAVA_HOME%\bin\java.exe"
if not defined java for %%j in (java.exe) do if not "%%~$PATH:j"=="" set "java=%%~$PATH:j"
if not defined java (
  >&2 echo weft: there is no Java. Weft needs a JDK 25: winget install EclipseAdoptium.Temurin.25.JDK
  exit /b 1
)
if exist "%jar%" goto run

where mvn >nul 2>nul
if errorlevel 1 (
  >&2 echo weft: Maven ^(mvn^) is needed once to build weft.jar: see https://maven.apache.org
  exit /b 1
)
>&2 echo Building weft.jar, once; this takes a minute or two ...
pushd "%folder%.."
call mvn -q -B -pl install -am -DskipTests package 1>&2
if errorlevel 1 (
  popd
  >&2 echo weft: the build failed, see above.
  exit /b 1
)
popd

:run
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -jar "%jar%" %*
exit /b %errorlevel%
