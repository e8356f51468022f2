# Builds Inkling when something has changed since the last build, then runs it; inkling.cmd calls this.
#
#   inkling          the desktop; other words go to the program itself (inkling --help)
#   inkling test     every check; further words go to Maven (inkling test -pl model)
#
# PowerShell 5.1 is enough, which every Windows has.
$ErrorActionPreference = 'Stop'

$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$out = "$root\target"
$log = "$out\build.log"
$classPathFile = "$root\app\target\class-path.txt"

# The parent pom is the only place with a version number, so it is asked for these two as well.
$pom = [xml](Get-Content -Raw "$root\pom.xml")
$version = $pom.project.version
$javaVersion = [int]$pom.project.properties.'java.version'

function Say($text) { [Console]::Error.WriteLine($text) }

function Fail($text) {
    Say "inkling: $text"
    exit 1
}

# Whether a folder is a JDK that is new enough: its `release` file tells without starting it.
function Test-Jdk($folder) {
    if (-not $folder) { return $false }
    if (-not ((Test-Path "$folder\bin\javac.exe") -and (Test-Path "$folder\release"))) { return $false }
    $found = Select-String -Path "$folder\release" -Pattern '^JAVA_VERSION="(\d+)' | Select-Object -First 1
    return ($null -ne $found) -and ([int]$found.Matches[0].Groups[1].Value -ge $javaVersion)
}

function Find-Jdk {
    $javac = Get-Command javac.exe -ErrorAction SilentlyContinue
    $onPath = if ($javac) { Split-Path (Split-Path $javac.Source) }
    $installed = Get-Item -ErrorAction SilentlyContinue `
        "$env:ProgramFiles\Eclipse Adoptium\*", "$env:ProgramFiles\Java\*", "$env:ProgramFiles\Microsoft\*", `
        "$env:ProgramFiles\Zulu\*", "$env:ProgramFiles\Amazon Corretto\*", "$env:USERPROFILE\.jdks\*"
    foreach ($folder in @($env:JAVA_HOME, $onPath) + @($installed | ForEach-Object FullName)) {
        if (Test-Jdk $folder) { return $folder }
    }
    Fail "no JDK $javaVersion or newer found. Install one (Eclipse Temurin, for example), or let JAVA_HOME name its folder."
}

function Find-Maven {
    $maven = Get-Command mvn.cmd -ErrorAction SilentlyContinue
    if (-not $maven) { Fail 'Maven is missing, which builds Inkling. Install it (3.8.7 or newer) so that mvn is on the PATH.' }
    if (-not (Test-Path "$env:USERPROFILE\.m2\repository\org\tensorflow\tensorflow-core-native")) {
        Say 'The first build downloads about 500 MB of libraries.'
    }
    # JDK 24 and later warn of what Maven's own libraries do; that is nobody's business here.
    $env:MAVEN_OPTS = "$env:MAVEN_OPTS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
    return $maven.Source
}

function Get-ClassPath {
    return "$root\app\target\inkling-app-$version.jar;" + (Get-Content -Raw $classPathFile).Trim()
}

function Test-Stale {
    if (-not ((Test-Path "$out\built") -and (Test-Path $classPathFile))) { return $true }
    $built = (Get-Item "$out\built").LastWriteTimeUtc
    $sources = Get-Item "$root\pom.xml", "$root\*\pom.xml", "$root\*\src"
    $sources += Get-ChildItem -Recurse "$root\.mvn", "$root\*\src"
    # A folder is newer too when a file in it was removed.
    if ($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1) { return $true }
    foreach ($jar in (Get-ClassPath).Split(';')) { if (-not (Test-Path -LiteralPath $jar)) { return $true } }
    return $false
}

# The stamp is from before Maven reads a file: what is saved while it runs is built the next time.
function Start-Stamp {
    New-Item -ItemType Directory -Force $out | Out-Null
    Set-Content "$out\building" ''
}

function Complete-Stamp { Move-Item -Force "$out\building" "$out\built" }

function Invoke-Build {
    $maven = Find-Maven
    Start-Stamp
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $build = Start-Process -FilePath $maven -WorkingDirectory $root -NoNewWindow -PassThru `
        -ArgumentList '-B', '-ntp', '-DskipTests', '-Dspotless.check.skip', '-pl', 'app', '-am', 'package' `
        -RedirectStandardOutput $log -RedirectStandardError "$out\build-errors.log"
    $null = $build.Handle # without it, .NET forgets the exit code
    while (-not $build.WaitForExit(500)) {
        if (-not [Console]::IsErrorRedirected) { [Console]::Error.Write("`rBuilding Inkling ... {0:0} s " -f $clock.Elapsed.TotalSeconds) }
    }
    if (-not [Console]::IsErrorRedirected) { [Console]::Error.Write("`r") }
    if ($build.ExitCode -ne 0) {
        Get-Content $log | Where-Object { $_ -match '^\[ERROR\]|^\[WARNING\].*\.java:\[' } | Select-Object -First 30 | ForEach-Object { Say $_ }
        Fail "the build failed; the whole log is $log"
    }
    Remove-Item "$out\*.jsa" -ErrorAction SilentlyContinue # of the jars that were
    Complete-Stamp
    Say ('Built Inkling in {0:0} s.' -f $clock.Elapsed.TotalSeconds)
}

$env:JAVA_HOME = Find-Jdk

if ($args.Count -gt 0 -and $args[0] -eq 'test') {
    $maven = Find-Maven
    $words = @($args | Select-Object -Skip 1)
    Start-Stamp
    Push-Location $root
    & $maven -B -ntp verify @words
    $status = $LASTEXITCODE
    Pop-Location
    if ($status -eq 0 -and $words.Count -eq 0) { Complete-Stamp }
    exit $status
}

if (Test-Stale) { Invoke-Build }
if (-not $env:TF_CPP_MIN_LOG_LEVEL) { $env:TF_CPP_MIN_LOG_LEVEL = '2' } # TensorFlow greets on stderr otherwise
if (-not $env:TF_ENABLE_ONEDNN_OPTS -and $args[0] -ne 'train') { $env:TF_ENABLE_ONEDNN_OPTS = '0' } # see FirstSession
$env:CLASSPATH = Get-ClassPath
# What the first start of the window after a build loaded, Java keeps for the next.
$archive = if ($args.Count -eq 0) { '-XX:+AutoCreateSharedArchive', "-XX:SharedArchiveFile=$out\window.jsa", '-Xlog:cds*=off', '-Xlog:aot*=off' } else { @() }
& "$env:JAVA_HOME\bin\java.exe" @archive '-XX:+UseSerialGC' '-Xms116m' '-Xmn100m' '-XX:SurvivorRatio=2' '-XX:TargetSurvivorRatio=90' '-XX:CompileThresholdScaling=3' '--enable-native-access=ALL-UNNAMED' '--sun-misc-unsafe-memory-access=allow' `
    "-Dinkling.models=$root\model\saved" 'dev.inkling.app.Main' @args
exit $LASTEXITCODE
