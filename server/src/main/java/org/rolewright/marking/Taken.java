package org.rolewright.marking;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rolewright.delivery.SittingId;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Language;
import org.rolewright.submission.SubmittedSitting;

/**
 * What was answered in a sitting, in the order of the form.
 *
 * @param responses one for each item; empty where there is none
 */
public record Taken(
    SittingId sitting, Language language, LocalDate day, List<Optional<JsonNode>> responses) {

  public static Taken of(SubmittedSitting sitting, List<TestItem> items) {
    Map<ItemVersionId, Optional<JsonNode>> given = new HashMap<>();
    for (var answer : sitting.answers())
      given.put(answer.version(), answer.response().map(Json::tree));
    return new Taken(
        sitting.id(),
        sitting.language(),
        LocalDate.ofInstant(sitting.closedAt(), ZoneOffset.UTC),
        items.stream()
            .map(item -> given.getOrDefault(item.version().id(), Optional.empty()))
            .map(response -> response.filter(one -> !one.isNull()))
            .toList());
  }
}
