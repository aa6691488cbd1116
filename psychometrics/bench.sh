#!/bin/sh
# Times the statistics beside R: ./run bench statistics [--quick] [--slow]
set -eu
cd "$(dirname "$0")/.."
./mvnw -q -pl psychometrics -DskipTests -Dspotless.check.skip=true test-compile \
  dependency:build-classpath -Dmdep.includeScope=test -Dmdep.outputFile=target/bench.classpath
java=$(sh ./mvnw --jdk)/bin/java
exec "$java" --sun-misc-unsafe-memory-access=allow -cp "psychometrics/target/test-classes:psychometrics/target/classes:$(cat psychometrics/target/bench.classpath)" \
  org.rolewright.psychometrics.bench.BenchStatistics psychometrics "$@"
