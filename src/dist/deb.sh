#!/bin/sh
# Makes a Debian package of an unpacked archive, where Debian's tools are.
#   deb.sh ARCHIVE VERSION TARGET
set -eu
archive=$1
version=$2
target=$3
here=$(cd "$(dirname "$0")" && pwd)

for tool in dpkg-deb fakeroot; do
  if ! command -v "$tool" >/dev/null; then
    echo "no .deb: $tool is missing" >&2
    exit 0
  fi
done

# jpackage wants an application of its own making; its launcher then gives way to ours, which knows what to start Java
# with for each command.
work=$target/deb
rm -rf "$work"
mkdir -p "$work"
"$JAVA_HOME/bin/jpackage" --type app-image --name imagedb --dest "$work" \
  --input "$archive/lib/app" --main-jar imagedb.jar --runtime-image "$archive/lib/runtime"
rm -f "$work/imagedb/lib/app/imagedb.cfg" "$work/imagedb/lib/libapplauncher.so" "$work/imagedb/lib/imagedb.png"
cp -R "$archive/bin" "$work/imagedb/"
cp -R "$archive/lib/samples" "$archive/completions" "$work/imagedb/lib/"

# Jars are compressed already.
export DPKG_DEB_COMPRESSOR_TYPE=gzip DPKG_DEB_COMPRESSOR_LEVEL=1
"$JAVA_HOME/bin/jpackage" --type deb --app-image "$work/imagedb" --dest "$target" \
  --name imagedb --linux-package-name imagedb --app-version "${version%-SNAPSHOT}" \
  --description "Finds photographs by what is in them" --vendor imagedb --linux-app-category utils \
  --license-file "$archive/LICENSE" --resource-dir "$here/deb"
