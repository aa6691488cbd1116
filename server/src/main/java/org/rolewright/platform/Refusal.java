package org.rolewright.platform;

import java.util.List;
import java.util.Map;

/**
 * A wish that is not granted, with the sentence that says why and what to do. The sentence is
 * looked up in the catalogues under {@code refusal.<key>}; {@code values} fill its gaps. Nothing is
 * stored when a use case ends with one.
 */
public abstract sealed class Refusal extends RuntimeException {
  private final String key;
  private final transient Map<String, Object> values;

  private Refusal(String key, Map<String, Object> values) {
    super(key + " " + values, null, false, false);
    this.key = key;
    this.values = Map.copyOf(values);
  }

  public final String key() {
    return key;
  }

  public final Map<String, Object> values() {
    return values;
  }

  /** There is no such thing, or not for this actor. HTTP 404. */
  public static final class NotFound extends Refusal {
    public NotFound(String what) {
      super("notFound", Map.of("what", what));
    }
  }

  /** Nobody is signed in. HTTP 401. */
  public static final class NotSignedIn extends Refusal {
    public NotSignedIn() {
      super("notSignedIn", Map.of());
    }
  }

  /** The actor may not do this. HTTP 403. */
  public static final class Forbidden extends Refusal {
    public Forbidden(String permission) {
      super("forbidden", Map.of("permission", permission));
    }
  }

  /** It was done already, or clashes with something that stands. HTTP 409. */
  public static final class Conflict extends Refusal {
    public Conflict(String key) {
      super(key, Map.of());
    }

    public Conflict(String key, Map<String, Object> values) {
      super(key, values);
    }
  }

  /** Somebody else changed it since it was read. HTTP 412. */
  public static final class Stale extends Refusal {
    public Stale() {
      super("stale", Map.of());
    }
  }

  /** A rule of the trade forbids it. HTTP 422. */
  public static final class BrokenRule extends Refusal {
    public BrokenRule(String key) {
      super(key, Map.of());
    }

    public BrokenRule(String key, Map<String, Object> values) {
      super(key, values);
    }
  }

  /** The request itself is malformed: each fault with the place where it stands. HTTP 400. */
  public static final class Malformed extends Refusal {
    private final transient List<Fault> faults;

    public Malformed(List<Fault> faults) {
      super("malformed", Map.of("count", faults.size()));
      this.faults = List.copyOf(faults);
    }

    public Malformed(String pointer, String key, Map<String, Object> values) {
      this(List.of(new Fault(pointer, key, values)));
    }

    public List<Fault> faults() {
      return faults;
    }
  }

  /**
   * One fault of a request.
   *
   * @param pointer JSON pointer into the body, or the name of a parameter
   * @param key catalogue key under {@code fault.}
   */
  public record Fault(String pointer, String key, Map<String, Object> values) {}

  /** Not now: storage full, database away, too much at once. HTTP 503. */
  public static final class Busy extends Refusal {
    public Busy(String key) {
      super(key, Map.of());
    }
  }
}
