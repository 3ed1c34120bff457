package se.insyn.local.functions;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.insyn.local.template.FunctionDefinition;

/**
 * One instance of a function, as Lambda would start it: the packaged code under the real runtime
 * interface client, one call at a time, and nothing but bytes across its border.
 */
final class FunctionInstance {
  private final String arn;
  private final URLClassLoader task;
  private final Object handler;
  private final Method call;
  private final Class<?> invocation;

  private FunctionInstance(String arn, URLClassLoader task, String handlerName)
      throws ReflectiveOperationException {
    this.arn = arn;
    this.task = task;
    var customerLoader =
        task.loadClass(AWSLambda.class.getName()).getDeclaredField("customerClassLoader");
    customerLoader.setAccessible(true);
    customerLoader.set(null, task);
    var info = task.loadClass(RuntimeClient.name("HandlerInfo"));
    var parsed =
        info.getMethod("fromString", String.class, ClassLoader.class)
            .invoke(null, handlerName, task);
    handler =
        task.loadClass(RuntimeClient.name("EventHandlerLoader"))
            .getMethod("loadEventHandler", info)
            .invoke(null, parsed);
    invocation = task.loadClass(RuntimeClient.name("runtimeapi.dto.InvocationRequest"));
    call = task.loadClass(RuntimeClient.name("LambdaRequestHandler")).getMethod("call", invocation);
  }

  /** Starts an instance of the code that lies unpacked in the folder. */
  @SuppressWarnings("MustBeClosedChecker") // an instance lives as long as the process
  static FunctionInstance start(FunctionDefinition function, Path folder) throws IOException {
    var task = new URLClassLoader(function.id(), classPath(folder), RuntimeClient.loader());
    var caller = Thread.currentThread();
    var before = caller.getContextClassLoader();
    caller.setContextClassLoader(task);
    try {
      var arn = "arn:aws:lambda:eu-north-1:000000000000:function:" + function.id();
      return new FunctionInstance(arn, task, function.handler());
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(function.id() + " does not start", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(function.id() + " does not start", e);
    } finally {
      caller.setContextClassLoader(before);
    }
  }

  /** Calls the handler with an event; what it throws comes out as {@link FunctionFailed}. */
  byte[] invoke(byte[] event, long deadlineMillis) {
    var caller = Thread.currentThread();
    var before = caller.getContextClassLoader();
    caller.setContextClassLoader(task);
    try {
      var request = invocation.getConstructor().newInstance();
      set(request, "setId", String.class, UUID.randomUUID().toString());
      set(request, "setInvokedFunctionArn", String.class, arn);
      set(request, "setDeadlineTimeInMs", long.class, deadlineMillis);
      set(request, "setContent", byte[].class, event);
      return ((ByteArrayOutputStream) call.invoke(handler, request)).toByteArray();
    } catch (InvocationTargetException e) {
      throw new FunctionFailed(arn + told(e.getCause()), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the runtime interface client is another one", e);
    } finally {
      caller.setContextClassLoader(before);
    }
  }

  /**
   * What the runtime tells of a function that cannot be built or called; its faults carry no cause.
   */
  private static String told(@Nullable Throwable fault) {
    try {
      return fault == null ? "" : " (" + fault.getClass().getField("trace").get(fault) + ")";
    } catch (ReflectiveOperationException e) {
      return "";
    }
  }

  private void set(Object request, String name, Class<?> type, Object value)
      throws ReflectiveOperationException {
    invocation.getMethod(name, type).invoke(request, value);
  }

  /** Classes at the root, then the jars of {@code lib}, as Lambda lays them. */
  private static URL[] classPath(Path folder) throws IOException {
    var entries = new ArrayList<URL>();
    entries.add(url(folder));
    var lib = folder.resolve("lib");
    if (Files.isDirectory(lib)) {
      try (var jars = Files.list(lib)) {
        for (var jar : jars.sorted().toList()) {
          entries.add(url(jar));
        }
      }
    }
    return entries.toArray(URL[]::new);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }
}
