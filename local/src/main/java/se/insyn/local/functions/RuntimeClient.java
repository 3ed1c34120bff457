package se.insyn.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The runtime interface client's own jars, of which every instance loads a copy: it keeps statics.
 */
public final class RuntimeClient {
  private static final URL[] JARS =
      Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
          .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
          .distinct()
          .toArray(URL[]::new);

  private RuntimeClient() {}

  /** The class path on which Lambda starts a function's process. */
  public static String classPath() {
    return Stream.of(JARS)
        .map(jar -> Path.of(URI.create(jar.toString())).toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** A loader over a fresh copy, below which a function's code is loaded. */
  static URLClassLoader loader() {
    return new URLClassLoader("runtime", JARS, ClassLoader.getPlatformClassLoader());
  }

  static String name(String simpleName) {
    return AWSLambda.class.getPackageName() + "." + simpleName;
  }
}
