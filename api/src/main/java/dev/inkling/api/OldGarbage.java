package dev.inkling.api;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryNotificationInfo;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Optional;
import javax.management.NotificationEmitter;

/// Keeps the process as small as what it holds.
///
/// The serial collector leaves garbage in the old part of the heap until that has reached its
/// largest size. What lives while much waits, and arrays too large for the youngest part, end
/// there: a server grew by megabytes an hour that nothing used. So the old part is collected when
/// it has grown by [#WORTH_COLLECTING] since it was last, in some 50 ms.
final class OldGarbage {
  /// Bytes. Less would stop requests more often, more would keep what nobody needs.
  static final long WORTH_COLLECTING = 24L << 20;

  /// As the serial collector names it; others see to their old part while the program runs.
  private static final String OLD_PART = "Tenured Gen";

  private final MemoryPoolMXBean pool;

  private OldGarbage(MemoryPoolMXBean pool) {
    this.pool = pool;
  }

  /// Where there is a serial collector; to be called once a process.
  static void keepLittle() {
    oldPart().map(OldGarbage::new).ifPresent(OldGarbage::watch);
  }

  /// Of the heap, where the serial collector keeps it.
  static Optional<MemoryPoolMXBean> oldPart() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP && pool.getName().equals(OLD_PART))
        .findFirst();
  }

  private void watch() {
    var memory = (NotificationEmitter) ManagementFactory.getMemoryMXBean();
    memory.addNotificationListener(
        (notification, none) -> collect(),
        notification ->
            notification.getType().equals(MemoryNotificationInfo.MEMORY_THRESHOLD_EXCEEDED),
        null);
    waitForMore();
  }

  private void collect() {
    System.gc();
    waitForMore();
  }

  private void waitForMore() {
    long most = pool.getUsage().getMax();
    long next = pool.getUsage().getUsed() + WORTH_COLLECTING;
    pool.setUsageThreshold(most < 0 ? next : Math.min(next, most));
  }
}
