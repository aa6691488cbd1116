package org.rolewright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Processor time that processes took, with their children, from Linux's {@code /proc}: a figure
 * that other work on the machine does not change much.
 */
final class Cpu {
  private static final double TICKS_PER_SECOND = 100;

  private Cpu() {}

  /** Seconds taken so far by a process and all that it started; 0 where it cannot be told. */
  static double seconds(long process) {
    var ticks = ticks(process);
    var children = ProcessHandle.of(process).stream().flatMap(ProcessHandle::descendants);
    return (ticks + children.mapToLong(child -> ticks(child.pid())).sum()) / TICKS_PER_SECOND;
  }

  /** Of the process, and of those of its children that have ended. */
  private static long ticks(long process) {
    try {
      var stat = Files.readString(Path.of("/proc/" + process + "/stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return Stream.of(11, 12, 13, 14).mapToLong(at -> Long.parseLong(fields[at])).sum();
    } catch (IOException _) {
      return 0;
    }
  }
}
