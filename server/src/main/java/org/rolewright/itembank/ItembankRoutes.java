package org.rolewright.itembank;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rolewright.blueprint.BlueprintId;
import org.rolewright.item.CandidateItem;
import org.rolewright.item.ContentCleaning;
import org.rolewright.item.Difference;
import org.rolewright.item.ItemContent;
import org.rolewright.item.NoticeView;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Texts;
import org.rolewright.study.StudyId;

/** Operations of {@code api/itembank.yaml}. */
public final class ItembankRoutes {
  private ItembankRoutes() {}

  private record Versions(List<ItemVersion> versions) {}

  private record Edited(ItemVersion version, List<NoticeView> notices) {}

  private record Unsaved(ItemContent content) {}

  private record Cleaned(
      ItemContent content, List<NoticeView> notices, Map<String, CandidateItem> candidate) {}

  private record Renewal(ItemVersionId from, String reason) {}

  private record Carriage(BlueprintId blueprint, String reason) {}

  private record Move(String to, String reason) {}

  private record DifferenceList(List<Difference> differences) {}

  private record SavedTexts(List<SavedText> texts) {}

  private record Sets(List<ItemSet> sets) {}

  public static void mount(Api api, ItembankService bank) {
    api.on("listItems", r -> bank.bank(r.actor(), study(r)));
    api.on("readItem", r -> new Versions(bank.item(r.actor(), item(r))));
    api.on("readItemVersion", r -> bank.version(r.actor(), version(r)));
    api.on(
        "listItemDifferences",
        r ->
            new DifferenceList(
                bank.listDifferences(r.actor(), new ItemVersionId(r.uuid("from")), version(r))));
    api.on("listSavedTexts", r -> new SavedTexts(bank.listSavedTexts(r.actor(), version(r))));
    api.on("readCandidateView", r -> bank.candidateView(r.actor(), version(r), language(r)));
    api.on("readItemStatistics", r -> bank.statistics(r.actor(), version(r)));
    api.on(
        "moveItem",
        r -> {
          var move = r.body(Move.class);
          return bank.move(
              r.actor(), version(r), ItemState.of(move.to()), move.reason(), r.version());
        });
  }

  public static void mount(Api api, DraftService drafts, Texts texts) {
    api.on("listItemCells", r -> drafts.cells(r.actor(), study(r)));
    api.on(
        "cleanItem",
        r -> cleaned(drafts.clean(r.actor(), study(r), r.body(Unsaved.class).content()), r, texts));
    api.on(
        "createItem",
        r ->
            Reply.json(
                201,
                edited(
                    drafts.create(r.actor(), study(r), item(r), r.body(ItemDraft.class)),
                    r,
                    texts)));
    api.on(
        "editItem",
        r ->
            edited(
                drafts.edit(r.actor(), version(r), r.body(ItemDraft.class), r.version()),
                r,
                texts));
    api.on("compareItem", r -> drafts.compare(r.actor(), version(r), r.body(ItemDraft.class)));
    api.on(
        "renewItem",
        r -> {
          var renewal = r.body(Renewal.class);
          return Reply.json(
              201, drafts.renew(r.actor(), item(r), renewal.from(), renewal.reason()));
        });
  }

  public static void mount(Api api, ItemSetService sets) {
    api.on("listItemSets", r -> new Sets(sets.listSets(r.actor(), study(r))));
    api.on(
        "putItemSet",
        r ->
            new Sets(
                sets.put(
                    r.actor(),
                    study(r),
                    r.uuid("setId"),
                    r.body(ItemSetInput.class),
                    r.version())));
    api.does("removeItemSet", r -> sets.remove(r.actor(), study(r), r.uuid("setId")));
    api.on("readBankRules", r -> sets.rules(r.actor(), study(r)));
    api.on(
        "putBankRules",
        r -> sets.putRules(r.actor(), study(r), r.body(BankRules.class), r.version()));
  }

  public static void mount(Api api, CarryingService carrying) {
    api.on("previewCarrying", r -> carrying.preview(r.actor(), study(r)));
    api.on(
        "carryItems",
        r -> {
          var wish = r.body(Carriage.class);
          return carrying.carry(r.actor(), study(r), wish.blueprint(), wish.reason());
        });
  }

  private static Edited edited(DraftService.Edited edited, Request request, Texts texts) {
    return new Edited(edited.version(), NoticeView.of(edited.notices(), texts, request.language()));
  }

  private static Cleaned cleaned(ContentCleaning cleaning, Request request, Texts texts) {
    var candidate = new LinkedHashMap<String, CandidateItem>();
    for (var language : cleaning.content().languages())
      candidate.put(language.code(), CandidateItem.of(cleaning.content(), language));
    return new Cleaned(
        cleaning.content(),
        NoticeView.of(cleaning.notices(), texts, request.language()),
        candidate);
  }

  private static Language language(Request request) {
    return request.findText("language").map(Language::accepted).orElse(request.language());
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static ItemId item(Request request) {
    return new ItemId(request.uuid("itemId"));
  }

  private static ItemVersionId version(Request request) {
    return new ItemVersionId(request.uuid("versionId"));
  }
}
