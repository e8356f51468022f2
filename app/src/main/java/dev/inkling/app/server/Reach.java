package dev.inkling.app.server;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Who can reach the window's server, and where.
///
/// @param port that it listens on; 0 for any free one
/// @param network whether other machines can; then they have to show the token
/// @param token that they have to show; empty as long as nobody needs one
public record Reach(int port, boolean network, Optional<String> token) {

  /// The token, where one has to be shown.
  public Optional<String> shownToken() {
    return network ? token : Optional.empty();
  }

  /// The server's address as others in the same network type it.
  public URI asOthersReach(URI own) {
    return network
        ? addresses().stream()
            .findFirst()
            .map(address -> URI.create(own.getScheme() + "://" + address + ":" + own.getPort()))
            .orElse(own)
        : own;
  }

  /// This machine's addresses in its networks, as far as they are of the kind that people type.
  public static List<String> addresses() {
    try {
      return Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
          .filter(Reach::isUp)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(Inet4Address.class::isInstance)
          .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
          .map(InetAddress::getHostAddress)
          .sorted()
          .toList();
    } catch (IOException none) {
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp();
    } catch (IOException gone) {
      return false;
    }
  }
}
