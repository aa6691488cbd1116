package org.rolewright.platform.http;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;

/** Writes refusals as RFC 9457 problem JSON, in the reader's language. */
final class Problems {
  private final Texts texts;

  Problems(Texts texts) {
    this.texts = texts;
  }

  static int status(Refusal refusal) {
    return switch (refusal) {
      case Refusal.Malformed _ -> 400;
      case Refusal.NotSignedIn _ -> 401;
      case Refusal.Forbidden _ -> 403;
      case Refusal.NotFound _ -> 404;
      case Refusal.Conflict _ -> 409;
      case Refusal.Stale _ -> 412;
      case Refusal.BrokenRule _ -> 422;
      case Refusal.Busy _ -> 503;
    };
  }

  Map<String, Object> problem(Refusal refusal, Language language, String requestId) {
    var values = new HashMap<String, Object>(refusal.values());
    values.computeIfPresent("what", (_, what) -> name(language, "thing.", what));
    values.computeIfPresent("permission", (_, may) -> name(language, "permission.", may));
    var problem =
        problem(
            status(refusal), refusal.key(), sentence(language, refusal.key(), values), requestId);
    if (refusal instanceof Refusal.Conflict && !refusal.values().isEmpty())
      problem.put("values", refusal.values());
    if (refusal instanceof Refusal.Malformed malformed)
      problem.put("errors", errors(malformed.faults(), language));
    return problem;
  }

  Map<String, Object> failure(Language language, String requestId) {
    return problem(500, "failure", sentence(language, "failure", Map.of()), requestId);
  }

  private static Map<String, Object> problem(
      int status, String code, String detail, String requestId) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "urn:rolewright:problem:" + code);
    problem.put("title", code);
    problem.put("status", status);
    problem.put("code", code);
    problem.put("detail", detail);
    problem.put("requestId", requestId);
    return problem;
  }

  private String name(Language language, String prefix, Object key) {
    return texts.find(language, prefix + key, Map.of()).orElse(key.toString());
  }

  private String sentence(Language language, String key, Map<String, ?> values) {
    return texts.find(language, "refusal." + key, values).orElse(key.replace('_', ' '));
  }

  private List<Map<String, String>> errors(List<Refusal.Fault> faults, Language language) {
    return faults.stream()
        .map(fault ->
            Map.of(
                "pointer", fault.pointer(),
                "message",
                    texts
                        .find(language, "fault." + fault.key(), fault.values())
                        .orElse(fault.key())))
        .toList();
  }
}
