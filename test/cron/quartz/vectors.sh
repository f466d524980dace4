#!/bin/sh
# Asks Quartz itself when expressions.txt fires, and writes vectors.json. Needs a JDK and Maven.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
mvn --quiet dependency:copy-dependencies -DoutputDirectory="$work"
javac -cp "$work/*" -d "$work" Vectors.java
java -cp "$work:$work/*" Vectors expressions.txt > vectors.json
rm -r "$work"
