package dev.inkling.app.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/// Which ports of this machine are free.
final class Ports {
  /// The last that there is.
  static final int LAST = 65_535;

  /// Who finds so many in a row taken won't mind which one it is.
  private static final int TRIED = 100;

  private Ports() {}

  /// That port if it is free, else the next one above it that is; 0, for any, where there is none.
  static int nearestFree(String host, int port) {
    return IntStream.rangeClosed(port, Math.min(port + TRIED, LAST))
        .filter(each -> isFree(host, each))
        .findFirst()
        .orElse(0);
  }

  private static boolean isFree(String host, int port) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(host, port));
      return true;
    } catch (IOException | RuntimeException taken) {
      return false;
    }
  }
}
