package se.insyn.local.functions;

import org.jspecify.annotations.Nullable;

/** A function that threw instead of answering. */
public final class FunctionFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  FunctionFailed(String function, @Nullable Throwable cause) {
    super(function + " failed", cause);
  }
}
