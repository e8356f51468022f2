package dev.inkling.model.network;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// The few functions of POSIX that starting TensorFlow takes.
final class Posix implements AutoCloseable {
  private static final int WRITE_ONLY = 1;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final FunctionDescriptor INT_OF_INT =
      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT);
  private static final FunctionDescriptor INT_OF_INTS =
      INT_OF_INT.appendArgumentLayouts(ValueLayout.JAVA_INT);
  private static final FunctionDescriptor INT_OF_NAME_AND_INT =
      FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT);

  private static final FunctionDescriptor INT_OF_TWO_NAMES_AND_INT =
      INT_OF_NAME_AND_INT.insertArgumentLayouts(1, ValueLayout.ADDRESS);

  private final Arena arena = Arena.ofConfined();

  /// Every system but Windows has them.
  static boolean isThere() {
    return !System.getProperty("os.name", "").startsWith("Windows");
  }

  /// For native code only: Java took its copy of the environment when it started.
  void setEnvironment(String name, String value) {
    call(
        "setenv", INT_OF_TWO_NAMES_AND_INT, arena.allocateFrom(name), arena.allocateFrom(value), 1);
  }

  int duplicate(int descriptor) {
    return call("dup", INT_OF_INT, descriptor);
  }

  void redirect(int from, int to) {
    call("dup2", INT_OF_INTS, from, to);
  }

  int open(String name) {
    return call("open", INT_OF_NAME_AND_INT, arena.allocateFrom(name), WRITE_ONLY);
  }

  void close(int descriptor) {
    call("close", INT_OF_INT, descriptor);
  }

  @SuppressWarnings("restricted")
  private static int call(String function, FunctionDescriptor type, Object... arguments) {
    SymbolLookup library = LINKER.defaultLookup();
    MethodHandle handle = LINKER.downcallHandle(library.findOrThrow(function), type);
    try {
      return (int) handle.invokeWithArguments(arguments);
    } catch (Throwable unlikely) {
      throw new IllegalStateException(function + " can't be called", unlikely);
    }
  }

  @Override
  public void close() {
    arena.close();
  }
}
