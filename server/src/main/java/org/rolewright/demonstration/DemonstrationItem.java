package org.rolewright.demonstration;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rolewright.item.ItemContent;
import org.rolewright.item.Level;
import org.rolewright.item.Reference;
import org.rolewright.itembank.ItemState;
import org.rolewright.platform.json.Json;
import org.rolewright.platform.text.Localized;

/**
 * An item written for the demonstration, as its file has it.
 *
 * @param task O*NET's number
 * @param ksas their wordings
 * @param state where it ends up: operational, or in its pilot
 * @param references names in {@code references.json}
 * @param stimulus name in {@code stimuli.json}
 * @param enemies codes of items that give this one away, or ask the same
 */
public record DemonstrationItem(
    String code,
    String task,
    List<String> ksas,
    Level level,
    ItemState state,
    List<String> references,
    Optional<String> stimulus,
    List<String> enemies,
    ItemContent content) {
  private static final List<String> DOMAINS =
      List.of("outreach", "monitoring", "education", "coordination", "services", "advocacy");

  /** A case that several items ask about. */
  public record Case(String key, Localized title, Localized text) {}

  /** The whole bank, domain by domain. */
  public static List<DemonstrationItem> all() {
    return DOMAINS.stream().flatMap(DemonstrationItem::ofDomain).toList();
  }

  private static Stream<DemonstrationItem> ofDomain(String domain) {
    return Json.read(
        Resource.text("items/" + domain + ".json"), new TypeReference<List<DemonstrationItem>>() {})
        .stream();
  }

  public static List<Case> cases() {
    return Json.read(Resource.text("items/stimuli.json"), new TypeReference<>() {});
  }

  /** The sources that keys rest on, by name. */
  public static Map<String, Reference> sources() {
    return Json.read(Resource.text("items/references.json"), new TypeReference<>() {});
  }
}
