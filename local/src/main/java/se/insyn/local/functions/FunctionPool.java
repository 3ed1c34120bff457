package se.insyn.local.functions;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import se.insyn.local.template.FunctionDefinition;

/** The instances of one function: each takes one call at a time, as on Lambda. */
public final class FunctionPool {
  /** How long the API waits for an answer before it gives up. */
  private static final Duration API_PATIENCE = Duration.ofSeconds(30);

  private final FunctionDefinition function;
  private final Path folder;
  private final BlockingQueue<FunctionInstance> idle = new LinkedBlockingQueue<>();

  private FunctionPool(FunctionDefinition function, Path folder) {
    this.function = function;
    this.folder = folder;
  }

  /**
   * Unpacks a function; {@link #grow} starts instances of it.
   *
   * @param root the folder of the template
   * @param work the folder below which packages are unpacked
   */
  public static FunctionPool of(FunctionDefinition function, Path root, Path work)
      throws IOException {
    var zip = root.resolve(function.zip());
    return new FunctionPool(function, FunctionZip.unpacked(function.id(), zip, work));
  }

  public String name() {
    return function.id();
  }

  /** Starts one instance more and calls it with the given events before anybody else does. */
  public void grow(List<byte[]> first) throws IOException {
    var instance = FunctionInstance.start(function, folder);
    for (var event : first) {
      instance.invoke(event, deadline());
    }
    idle.add(instance);
  }

  /** The function's answer, or null if all instances stayed busy for as long as the API waits. */
  public byte @Nullable [] invoke(byte[] event) throws InterruptedException {
    var instance = idle.poll(API_PATIENCE.toSeconds(), TimeUnit.SECONDS);
    if (instance == null) {
      return null;
    }
    try {
      return instance.invoke(event, deadline());
    } finally {
      idle.add(instance);
    }
  }

  private static long deadline() {
    return System.currentTimeMillis() + API_PATIENCE.toMillis();
  }
}
