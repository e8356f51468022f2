package dev.inkling.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.model.serving.OwnProcess;
import java.io.IOException;
import java.lang.management.MemoryPoolMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Java's own main class in a process of its own, as the collector is chosen when Java starts.
@Timeout(60)
class OldGarbageTest {
  /// For the youngest part, so that it goes into the old one at once.
  private static final int TOO_LARGE = 9 << 20;

  /// Garbage of the youngest part: Java looks at how full its parts are when it collects that one.
  private static final int SMALL = 1 << 10;

  @SuppressWarnings("unused") // written, so that what is written is made
  private static volatile byte[] small = {};

  @Test
  void isCollectedThoughTheHeapCouldHoldMore() throws Exception {
    assertThat(java("-XX:+UseSerialGC")).isZero();
  }

  @Test
  void isLeftToCollectorsThatDoSoThemselves() throws Exception {
    assertThat(java("-XX:+UseG1GC")).isZero();
  }

  private static int java(String collector) throws IOException, InterruptedException {
    Process process =
        OwnProcess.java(OldGarbageTest.class, collector, "-Xmn8m", "-Xmx256m").inheritIO().start();
    try {
      return process.waitFor();
    } finally {
      process.destroyForcibly();
    }
  }

  /// Ends when what was thrown away is gone, twice; without help it stays until the heap is full.
  public static void main(String[] none) {
    OldGarbage.keepLittle();
    OldGarbage.oldPart().ifPresent(OldGarbageTest::throwAway);
    OldGarbage.oldPart().ifPresent(OldGarbageTest::throwAway);
  }

  private static void throwAway(MemoryPoolMXBean oldPart) {
    long thrownAway = 0;
    while (thrownAway <= OldGarbage.WORTH_COLLECTING) {
      thrownAway += new byte[TOO_LARGE].length;
    }
    while (oldPart.getUsage().getUsed() >= thrownAway) {
      small = new byte[SMALL];
    }
  }
}
