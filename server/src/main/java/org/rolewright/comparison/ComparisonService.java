package org.rolewright.comparison;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rolewright.access.Permission;
import org.rolewright.comparison.Comparison.Measured;
import org.rolewright.comparison.ComparisonFigure.Curve;
import org.rolewright.form.FormId;
import org.rolewright.form.FormService;
import org.rolewright.form.Meter;
import org.rolewright.form.Placed;
import org.rolewright.itembank.ItemId;
import org.rolewright.itembank.ItembankService;
import org.rolewright.itembank.PoolItem;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Database;
import org.rolewright.platform.db.Tx;
import org.rolewright.study.StudyId;

/** Forms side by side. */
public final class ComparisonService {
  private final Database database;
  private final FormService forms;
  private final ItembankService itembanks;

  public ComparisonService(Database database, FormService forms, ItembankService itembanks) {
    this.database = database;
    this.forms = forms;
    this.itembanks = itembanks;
  }

  public Comparison compare(Actor actor, StudyId study, List<FormId> ids) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(tx -> {
      var measured = measured(tx, study, ids);
      var anchors = Comparison.anchors(measured);
      var meter = measured.getFirst().meter();
      var domains = domains(tx, measured.getFirst(), meter);
      return Comparison.of(
          measured,
          code -> (int) anchors.stream().filter(item -> code.equals(domains.get(item))).count());
    });
  }

  /** What earlier administrations say of each form's scored items. */
  public List<Curve> curves(Actor actor, StudyId study, List<FormId> ids) {
    Permission.READ_FORMS.require(actor);
    return database.transaction(
        tx -> measured(tx, study, ids).stream().map(form -> curve(tx, form)).toList());
  }

  private List<Measured> measured(Tx tx, StudyId study, List<FormId> ids) {
    return ids.stream()
        .map(id -> {
          var form = forms.form(tx, id);
          if (!form.study().equals(study)) throw new Refusal.NotFound("form");
          return new Measured(form, forms.meter(tx, id));
        })
        .toList();
  }

  /** Code of the domain that each item of the bank belongs to. */
  private Map<ItemId, String> domains(Tx tx, Measured measured, Meter meter) {
    var codes = new LinkedHashMap<Object, String>();
    meter.domains().forEach(domain -> codes.put(domain.domain(), domain.code()));
    return itembanks.pool(tx, measured.form().blueprint()).stream()
        .filter(item -> codes.containsKey(item.domain()))
        .collect(Collectors.toMap(PoolItem::item, item -> codes.get(item.domain())));
  }

  private Curve curve(Tx tx, Measured measured) {
    var scored = measured.items(Placed::scored);
    var figures =
        itembanks.pool(tx, measured.form().blueprint()).stream()
            .filter(item -> scored.contains(item.item()))
            .flatMap(item -> item.evidence().stream())
            .toList();
    return new Curve(measured.form().code(), scored.size(), figures);
  }
}
