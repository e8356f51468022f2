@echo off
rem Inkling from its sources, as `inkling` does it on Linux and macOS. The work is PowerShell's: it compares the times of
rem files and takes a class path longer than the 8191 characters of a cmd line.
powershell -NoLogo -NoProfile -ExecutionPolicy Bypass -File "%~dp0packaging\windows\inkling.ps1" %*
exit /b %ERRORLEVEL%
