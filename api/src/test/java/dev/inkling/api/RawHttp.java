package dev.inkling.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// A client that sends whatever it likes, as slowly as it likes.
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MS = 20_000;

  private final Socket socket;

  RawHttp(URI server) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(PATIENCE_MS);
  }

  RawHttp send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.US_ASCII));
  }

  RawHttp send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /// Says that nothing more comes.
  RawHttp end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /// Everything until the server closes the connection.
  String received() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /// The first line of the answer.
  String status() throws IOException {
    var line = new StringBuilder();
    InputStream stream = socket.getInputStream();
    for (int next = stream.read(); next >= 0 && next != '\r'; next = stream.read()) {
      line.append((char) next);
    }
    return line.toString();
  }

  /// Whether the server hangs up before this client has lost its patience.
  boolean isHungUpOn() throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketException reset) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
