package org.rolewright.simulation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.itembank.ItemVersion;
import org.rolewright.itembank.ItemVersionId;

/** What each of the cohort says to each item of a form: as the key has it, or something else. */
public final class Knowledge {
  private final Map<ItemVersionId, ItemVersion> versions;
  private final Map<ItemVersionId, Integer> places = new HashMap<>();
  private final DrawnAnswers drawn;

  /**
   * @param versions of the items of the form
   */
  public Knowledge(PublishedForm form, List<ItemVersion> versions) {
    this.versions =
        versions.stream().collect(Collectors.toMap(ItemVersion::id, Function.identity()));
    for (Placed placed : form.items()) places.put(placed.versionId(), places.size());
    drawn = DrawnAnswers.of(Cohort.SIZE, places.size(), Cohort.SEED);
  }

  /** The response of somebody, in a shape that turns into its JSON. */
  public Object says(int person, ItemVersionId version) {
    var content = versions.get(version).content();
    var language = Persona.of(person).language();
    var place = places.get(version);
    return drawn.right()[person][place]
        ? Response.right(content, language)
        : Response.wrong(content, language, DrawnAnswers.random(person, place));
  }
}
