package org.rolewright.delivery;

import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.Placed;
import org.rolewright.form.PublishedForm;
import org.rolewright.item.ItemContent;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.library.AssetId;
import org.rolewright.library.LibraryService;
import org.rolewright.library.StimulusVersion;
import org.rolewright.library.StimulusVersionId;
import org.rolewright.platform.db.Tx;
import org.rolewright.platform.text.Localized;

/** Published forms with all that they show, read once: nothing of it ever changes. */
public final class Papers {
  private static final int MOST = 50;
  private static final Pattern PICTURE = Pattern.compile("data-asset=\"([0-9a-f-]{36})\"");
  private final FormService forms;
  private final ItembankService itembank;
  private final LibraryService library;
  private final Map<FormId, Paper> read = new ConcurrentHashMap<>();

  /** A form with all it shows. */
  record Paper(
      PublishedForm form,
      Map<ItemVersionId, ItemContent> contents,
      Map<StimulusVersionId, StimulusVersion> stimuli,
      List<Picture> pictures) {}

  /** A picture, as an address that holds it whole, so that it is there without a connection. */
  record Picture(UUID id, Localized alt, String src) {}

  public Papers(FormService forms, ItembankService itembank, LibraryService library) {
    this.forms = forms;
    this.itembank = itembank;
    this.library = library;
  }

  Paper paper(Tx tx, FormId form) {
    var known = read.get(form);
    if (known != null) return known;
    if (read.size() >= MOST) read.clear();
    var paper = read(tx, forms.published(tx, form));
    read.put(form, paper);
    return paper;
  }

  private Paper read(Tx tx, PublishedForm form) {
    var contents =
        itembank.versions(tx, form.items().stream().map(Placed::versionId).toList()).stream()
            .collect(Collectors.toMap(one -> one.id(), one -> one.content()));
    var stimuli =
        library
            .stimuli(
                tx, form.items().stream().flatMap(one -> one.stimulusVersionId().stream()).toList())
            .stream()
            .collect(Collectors.toMap(StimulusVersion::id, Function.identity()));
    return new Paper(form, contents, stimuli, pictures(tx, contents.values(), stimuli.values()));
  }

  private List<Picture> pictures(
      Tx tx, Collection<ItemContent> contents, Collection<StimulusVersion> stimuli) {
    var shown = new TreeSet<UUID>();
    Stream.concat(
            contents.stream().flatMap(Papers::texts), stimuli.stream().map(StimulusVersion::text))
        .flatMap(text -> text.texts().values().stream())
        .forEach(html ->
            PICTURE
                .matcher(html)
                .results()
                .forEach(found -> shown.add(UUID.fromString(found.group(1)))));
    return shown.stream().map(id -> picture(tx, new AssetId(id))).toList();
  }

  /** What a candidate is shown of an item: never the rationale. */
  private static Stream<Localized> texts(ItemContent content) {
    var prompts =
        content instanceof ItemContent.Matching matching
            ? matching.prompts().stream().map(ItemContent.Prompt::text)
            : Stream.<Localized>empty();
    var options = content.choices().stream().map(ItemContent.Option::text);
    return Stream.concat(Stream.of(content.stem()), Stream.concat(options, prompts));
  }

  private Picture picture(Tx tx, AssetId id) {
    var picture = library.picture(tx, id);
    return new Picture(
        id.value(),
        library.asset(tx, id).alt(),
        "data:"
            + picture.type()
            + ";base64,"
            + Base64.getEncoder().encodeToString(picture.content()));
  }
}
