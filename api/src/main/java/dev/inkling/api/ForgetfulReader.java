package dev.inkling.api;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.LazyString;
import java.nio.charset.Charset;
import java.util.function.Supplier;

/// A reader that keeps nothing of what was read.
///
/// In Helidon's, each piece that came knows the next one, also when both have been read. The pieces
/// of a connection that stays open get old while it waits for its next request; once one of them
/// lies in the old part of the heap, all that come after it live, with every byte of every request,
/// until that part is collected as a whole. Here a new chain begins whenever all has been read.
final class ForgetfulReader extends DataReader {
  private final Supplier<byte[]> source;
  private DataReader chain;

  /// @param source waits for the next piece
  @SuppressWarnings("removal") // The other way makes Helidon's own class.
  ForgetfulReader(Supplier<byte[]> source) {
    super(source);
    this.source = source;
    this.chain = DataReader.create(source);
  }

  private void forget() {
    if (chain.available() == 0) {
      chain = DataReader.create(source);
    }
  }

  private <T> T forgetting(T read) {
    forget();
    return read;
  }

  @Override
  public int available() {
    return chain.available();
  }

  @Override
  public void pullData() {
    chain.pullData();
  }

  @Override
  public void skip(int length) {
    chain.skip(length);
    forget();
  }

  @Override
  public void ensureAvailable() {
    chain.ensureAvailable();
  }

  @Override
  public byte read() {
    return forgetting(chain.read());
  }

  @Override
  public byte lookup() {
    return chain.lookup();
  }

  @Override
  public boolean startsWithNewLine() {
    return chain.startsWithNewLine();
  }

  @Override
  public boolean startsWith(byte[] prefix) {
    return chain.startsWith(prefix);
  }

  @Override
  public BufferData readBuffer() {
    return forgetting(chain.readBuffer());
  }

  @Override
  public BufferData readBuffer(int length) {
    return forgetting(chain.readBuffer(length));
  }

  @Override
  public BufferData getBuffer(int length) {
    return chain.getBuffer(length);
  }

  @Override
  public LazyString readLazyString(Charset charset, int length) {
    return forgetting(chain.readLazyString(charset, length));
  }

  @Override
  public String readAsciiString(int length) {
    return forgetting(chain.readAsciiString(length));
  }

  @Override
  public byte[] readBytes(int length) {
    return forgetting(chain.readBytes(length));
  }

  @Override
  public String readLine() throws IncorrectNewLineException {
    return forgetting(chain.readLine());
  }

  @Override
  public int findOrNewLine(byte wanted, int most) throws IncorrectNewLineException {
    return chain.findOrNewLine(wanted, most);
  }

  @Override
  public int findNewLine(int most) throws IncorrectNewLineException {
    return chain.findNewLine(most);
  }

  @Override
  public String debugDataHex() {
    return chain.debugDataHex();
  }
}
