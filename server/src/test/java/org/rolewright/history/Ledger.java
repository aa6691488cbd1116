package org.rolewright.history;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** Reads what is stored of sittings, past the service. */
public final class Ledger {
  private static final String SITTINGS =
      """
      select s.number, s.id, s.state, s.started_at, s.allowed_ms, s.adjusted_ms, s.closed_at, s.reason, s.digest, s.form_id,
        coalesce(c.closings, 0) as closings
      from delivery.sitting s
      left join (select subject, count(*) as closings from audit.entry where action = 'sitting.close' group by subject) c
        on c.subject = s.id
      order by s.number
      """;
  private static final String EVENTS =
      """
      select d.sitting, d.client_id, e.seq, e.epoch, e.kind, e.item, e.value, e.received_at, e.standing
      from delivery.answer_event e join delivery.device d on d.number = e.device
      order by d.sitting, e.epoch, e.seq
      """;
  private final Map<Long, List<StoredSitting.Device>> devices = new HashMap<>();
  private final Map<Long, List<StoredSitting.Event>> events = new HashMap<>();
  private final Map<Long, List<StoredSitting.Adjustment>> adjustments = new HashMap<>();

  private Ledger() {}

  /** Every sitting with everything that belongs to it. */
  public static List<StoredSitting> read(Connection connection) throws SQLException {
    return new Ledger().readAll(connection);
  }

  private List<StoredSitting> readAll(Connection connection) throws SQLException {
    each(
        connection,
        "select sitting, client_id, epochs from delivery.device",
        row ->
            put(
                devices,
                row,
                new StoredSitting.Device(
                    row.getObject("client_id", UUID.class),
                    Arrays.asList((Integer[]) row.getArray("epochs").getArray()))));
    each(connection, EVENTS, row -> put(events, row, event(row)));
    each(
        connection,
        "select * from delivery.time_adjustment order by sitting, until_at",
        row ->
            put(
                adjustments,
                row,
                new StoredSitting.Adjustment(
                    row.getString("kind"),
                    row.getLong("ms"),
                    ms(row, "from_at").orElseThrow(),
                    ms(row, "until_at").orElseThrow())));
    var sittings = new ArrayList<StoredSitting>();
    each(connection, SITTINGS, row -> sittings.add(sitting(row)));
    return sittings;
  }

  /** What is done with a row. */
  private interface Use {
    void of(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, Use use) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) use.of(rows);
    }
  }

  private static <T> void put(Map<Long, List<T>> lists, ResultSet row, T value)
      throws SQLException {
    lists.computeIfAbsent(row.getLong("sitting"), _ -> new ArrayList<>()).add(value);
  }

  private static StoredSitting.Event event(ResultSet row) throws SQLException {
    var value = row.getString("value");
    return new StoredSitting.Event(
        row.getObject("client_id", UUID.class),
        row.getInt("seq"),
        row.getInt("epoch"),
        row.getString("kind"),
        row.getInt("item"),
        value == null ? "null" : value,
        ms(row, "received_at").orElseThrow(),
        row.getString("standing"));
  }

  private StoredSitting sitting(ResultSet row) throws SQLException {
    var number = row.getLong("number");
    return new StoredSitting(
        row.getObject("id", UUID.class),
        row.getString("state"),
        ms(row, "started_at"),
        row.getLong("allowed_ms"),
        row.getLong("adjusted_ms"),
        ms(row, "closed_at"),
        String.valueOf(row.getString("reason")),
        String.valueOf(row.getString("digest")),
        row.getObject("form_id", UUID.class),
        row.getInt("closings"),
        devices.getOrDefault(number, List.of()),
        events.getOrDefault(number, List.of()),
        adjustments.getOrDefault(number, List.of()));
  }

  private static OptionalLong ms(ResultSet row, String column) throws SQLException {
    var time = row.getObject(column, OffsetDateTime.class);
    return time == null ? OptionalLong.empty() : OptionalLong.of(time.toInstant().toEpochMilli());
  }
}
