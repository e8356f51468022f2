package dev.inkling.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// This machine's addresses in its networks, of the kind that people type.
final class NetworkAddresses {
  /// Nobody has that address (RFC 5737): it stands for all that is not near.
  private static final InetSocketAddress FAR_AWAY =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 9);

  private NetworkAddresses() {}

  /// The one by which it reaches the rest of the world first: the others may be those of virtual
  /// machines, which nobody else sees.
  static List<String> ofThisMachine() {
    return Stream.concat(towardsTheWorld().stream(), all().stream()).distinct().toList();
  }

  private static List<String> all() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(NetworkAddresses::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(NetworkAddresses::isTyped)
          .map(InetAddress::getHostAddress)
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  /// What a socket that sends nothing would send from.
  private static Optional<String> towardsTheWorld() {
    try (var socket = new DatagramSocket()) {
      socket.connect(FAR_AWAY);
      return Optional.of(socket.getLocalAddress())
          .filter(NetworkAddresses::isTyped)
          .map(InetAddress::getHostAddress);
    } catch (IOException | UncheckedIOException noWay) {
      return Optional.empty();
    }
  }

  private static boolean isTyped(InetAddress address) {
    return address instanceof Inet4Address
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress();
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (IOException gone) {
      return false;
    }
  }
}
