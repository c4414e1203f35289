#!/usr/bin/env bash
# Gets the released gate into $RUNNER_TEMP/gate-tool, if eng/action/tool.txt has one that was built from the source beside this script.
# Says so to
# the steps that follow: the output `build` is true where gate has to be built. What was downloaded is looked at, unpacked and run only
# with the right digest.
set -euo pipefail
here=$GITHUB_ACTION_PATH/eng/action

# End with a reason. There is no falling back to a build: that would hide an archive that somebody has changed.
stop() {
  echo "gate-action: $2" >&2
  exit "$1"
}

build() {
  echo "gate-action: $1"
  echo "build=true" >>"$GITHUB_OUTPUT"
  exit 0
}

digest() {
  if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1
}

platform() {
  local libc=linux
  if compgen -G "/lib/ld-musl-*" >/dev/null; then libc=linux-musl; fi
  case ${RUNNER_OS-}-${RUNNER_ARCH-} in
    Linux-X64) echo "$libc-x64" ;;
    Linux-ARM64) echo "$libc-arm64" ;;
    macOS-X64) echo osx-x64 ;;
    macOS-ARM64) echo osx-arm64 ;;
    Windows-X64) echo win-x64 ;;
    Windows-ARM64) echo win-arm64 ;;
    *) echo none ;;
  esac
}

[[ -f $here/tool.txt ]] || build "no release of gate belongs to this commit; building it."

this=$(platform) version="" source="" url="" wanted="" entries=0
while IFS=' ' read -r key value || [[ -n $key ]]; do
  [[ -n $key && $key != \#* ]] || continue
  entries=$((entries + 1))
  case $key in
    version) version=$value ;;
    source) source=$value ;;
    url) url=$value ;;
    "$this") wanted=$value ;;
  esac
done < <(tr -d '\r' <"$here/tool.txt")

((entries > 0)) || build "no release of gate belongs to this commit; building it."
[[ $version =~ ^[0-9A-Za-z.-]+$ && $source =~ ^[0-9a-f]{64}$ && $url =~ ^[a-z]+://[^[:space:]]+$ ]] ||
  stop 70 "eng/action/tool.txt is damaged: version, source or url is not what it should be."
[[ $(bash "$here/source-digest.sh" "$GITHUB_ACTION_PATH") == "$source" ]] ||
  build "this commit's source is not that of gate $version; building it."
[[ -n $wanted ]] || build "gate $version was not released for this runner; building it."
[[ $wanted =~ ^[0-9a-f]{64}$ ]] || stop 70 "eng/action/tool.txt is damaged: the digest for $this is none."
command -v curl >/dev/null || stop 69 "curl is needed to get gate $version. Install it, or give tool-path."

# Relative names from here on: tar takes the colon of a drive for a host.
mkdir -p "$RUNNER_TEMP/gate-tool"
cd "$RUNNER_TEMP"
curl --fail --location --silent --show-error --retry 3 --connect-timeout 20 --max-time 600 \
  --output gate.tar.gz "$url/gate-$this.tar.gz" ||
  stop 69 "gate $version could not be downloaded; the line above says why. Try again, or give tool-path."
if [[ $(digest <gate.tar.gz) != "$wanted" ]]; then
  rm -f gate.tar.gz
  stop 70 "the downloaded gate $version for $this does not have the digest that this action pins, so it is not run. \
Somebody may have changed it: look at the release before you try again."
fi
tar -xzf gate.tar.gz -C gate-tool || stop 70 "the archive of gate $version could not be unpacked."
rm -f gate.tar.gz
echo "gate-action: gate $version for $this, checked against its digest."
echo "build=false" >>"$GITHUB_OUTPUT"
