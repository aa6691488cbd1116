package org.rolewright.platform.http;

import java.util.Optional;
import java.util.function.Function;

/** What a {@link Api#direct direct} operation gets: nothing is checked yet. */
public record DirectRequest(Function<String, String> headers, byte[] body) {
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.apply(name));
  }
}
