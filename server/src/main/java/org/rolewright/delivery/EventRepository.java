package org.rolewright.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import org.rolewright.delivery.EventRules.Standing;
import org.rolewright.delivery.EventRules.Verdict;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingState;

/**
 * How events come in: those of many devices by one statement that holds their sittings, and one
 * that adds what {@link EventRules} lets in. By hand, because it happens thousands of times a
 * second.
 */
final class EventRepository {
  /**
   * Holds each sitting's row, in the order of their numbers, so that nothing is stored beside a
   * closing; the time is told when it is held.
   */
  private static final String HOLD =
      """
      select h.*, clock_timestamp() as now,
        coalesce((select e.seq from delivery.answer_event e where e.device = h.device order by e.seq desc limit 1), 0) as stored
      from (
        select a.request, a.epoch = any (d.epochs) as granted, d.number as device, d.epochs[cardinality(d.epochs)] as newest,
          s.number, s.epoch, s.state, s.part, s.revision, s.started_at, s.allowed_ms, s.adjusted_ms, s.part_started_at,
          s.part_allowed_ms, s.part_adjusted_ms, s.paused_at, s.break_from, s.break_until, s.break_stops_clock,
          s.from_item, s.to_item, s.linear, s.counts_until, s.reason
        from unnest(?::bytea[], ?::int[]) with ordinality as a (token, epoch, request)
        join delivery.device d on d.token_hash = a.token
        join delivery.sitting s on s.number = d.sitting
        order by s.number
        for no key update of s
      ) h
      """;

  /**
   * Should another node have stored the same meanwhile, the constraint refuses all; then it is to
   * be tried again.
   */
  private static final String ADD =
      """
      insert into delivery.answer_event (device, seq, epoch, kind, item, value, typed_at, received_at, standing)
      select device, seq, epoch, kind, item, value, timestamptz 'epoch' + typed * interval '1 millisecond',
        timestamptz 'epoch' + received * interval '1 millisecond', standing
      from unnest(?::bigint[], ?::int[], ?::int[], ?::text[], ?::int[], ?::text[], ?::bigint[], ?::bigint[], ?::text[])
        as e (device, seq, epoch, kind, item, value, typed, received, standing)
      """;

  /**
   * What comes late from a device that has no pen any more raises the revision, so that the device
   * that has it reads again: the answer may be the newest to a question that is blank there.
   */
  private static final String STEER =
      """
      update delivery.sitting s
      set from_item = greatest(s.from_item, f.reached), revision = s.revision + case when f.strays then 1 else 0 end
      from (
        select number, max(reached) as reached, bool_or(strays) as strays
        from unnest(?::bigint[], ?::int[], ?::boolean[]) as e (number, reached, strays) group by number
      ) f
      where s.number = f.number
      """;

  /**
   * What became of a post.
   *
   * @param sitting number of the sitting
   * @param granted whether the device may use the epoch it named
   * @param stored greatest number of the device that was there before
   * @param added how many events were added
   */
  record Outcome(long sitting, boolean granted, int stored, int added, SittingStatusView status) {}

  /** A post, its sitting as it was found, and what the post comes to. */
  private record Entry(
      Post post, Standing standing, SittingStatusView.Row status, Verdict verdict) {
    Outcome outcome() {
      var added = verdict.fresh().size();
      return new Outcome(
          standing.sitting(),
          standing.granted(),
          standing.stored(),
          added,
          SittingStatusView.of(status.after(added, verdict.reached())));
    }
  }

  /**
   * Stores posts of different devices.
   *
   * @param trusted whether the clocks agree; if not, nothing is late
   * @return in the order of the posts; empty for an unknown token
   */
  List<Optional<Outcome>> store(Tx tx, List<Post> posts, boolean trusted) {
    var outcomes = new ArrayList<Optional<Outcome>>();
    posts.forEach(_ -> outcomes.add(Optional.empty()));
    tx.lend(connection -> {
      try {
        var entries = hold(connection, posts, trusted, outcomes);
        add(connection, entries);
        steer(connection, entries);
      } catch (SQLException e) {
        throw new DataAccessException("events", e);
      }
    });
    return outcomes;
  }

  private static List<Entry> hold(
      Connection connection, List<Post> posts, boolean trusted, List<Optional<Outcome>> outcomes)
      throws SQLException {
    var tokens = posts.stream().map(post -> post.tokenHash().hash()).toArray(byte[][]::new);
    var epochs = posts.stream().mapToInt(Post::epoch).toArray();
    var entries = new ArrayList<Entry>(posts.size());
    try (var statement = connection.prepareStatement(HOLD)) {
      bind(statement, "bytea", tokens, "int4", epochs);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var request = rows.getInt("request") - 1;
          var post = posts.get(request);
          var standing = standing(rows);
          var verdict = EventRules.judge(post, standing, trusted);
          var entry = new Entry(post, standing, status(rows, standing), verdict);
          entries.add(entry);
          outcomes.set(request, Optional.of(entry.outcome()));
        }
      }
    }
    return entries;
  }

  private static void add(Connection connection, List<Entry> entries) throws SQLException {
    var count = entries.stream().mapToInt(entry -> entry.verdict.fresh().size()).sum();
    if (count == 0) return;
    var devices = new long[count];
    var seqs = new int[count];
    var epochs = new int[count];
    var kinds = new String[count];
    var items = new Integer[count];
    var values = new String[count];
    var typed = new long[count];
    var received = new long[count];
    var standings = new String[count];
    var at = 0;
    for (var entry : entries)
      for (var judged : entry.verdict.fresh()) {
        var event = judged.event();
        devices[at] = entry.standing.device();
        seqs[at] = event.seq();
        epochs[at] = entry.post.epoch();
        kinds[at] = event.kind();
        items[at] = event.item().isPresent() ? event.item().getAsInt() : null;
        values[at] = event.value().orElse(null);
        typed[at] = event.at().toEpochMilli();
        received[at] = entry.standing.now().toEpochMilli();
        standings[at++] = judged.standing();
      }
    try (var statement = connection.prepareStatement(ADD)) {
      bind(
          statement, "int8", devices, "int4", seqs, "int4", epochs, "text", kinds, "int4", items,
          "text", values, "int8", typed, "int8", received, "text", standings);
      statement.executeUpdate();
    }
  }

  private static void steer(Connection connection, List<Entry> entries) throws SQLException {
    var steering = entries.stream().filter(entry -> entry.verdict.steers()).toList();
    if (steering.isEmpty()) return;
    var numbers = steering.stream().mapToLong(entry -> entry.standing.sitting()).toArray();
    var reached = steering.stream().mapToInt(entry -> entry.verdict.reached()).toArray();
    var strays = new boolean[steering.size()];
    for (var at = 0; at < strays.length; at++) strays[at] = steering.get(at).verdict.strays();
    try (var statement = connection.prepareStatement(STEER)) {
      bind(statement, "int8", numbers, "int4", reached, "bool", strays);
      statement.executeUpdate();
    }
  }

  /** Binds arrays, each after the name of its elements' type. */
  private static void bind(PreparedStatement statement, Object... arrays) throws SQLException {
    var connection = statement.getConnection().unwrap(PGConnection.class);
    for (var at = 0; at < arrays.length; at += 2)
      statement.setArray(at / 2 + 1, connection.createArrayOf((String) arrays[at], arrays[at + 1]));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getLong("number"),
        row.getLong("device"),
        row.getBoolean("granted"),
        row.getInt("stored"),
        row.getInt("epoch"),
        SittingState.of(row.getString("state")),
        row.getInt("from_item"),
        row.getInt("to_item"),
        row.getBoolean("linear"),
        instant(row, "counts_until"),
        instant(row, "now").orElseThrow().truncatedTo(ChronoUnit.MILLIS));
  }

  private static SittingStatusView.Row status(ResultSet row, Standing standing)
      throws SQLException {
    return new SittingStatusView.Row(
        standing.stored(),
        row.getInt("newest"),
        standing.epoch(),
        standing.state(),
        row.getInt("part"),
        row.getInt("revision"),
        standing.now(),
        deadline(row, "started_at", "allowed_ms", "adjusted_ms"),
        deadline(row, "part_started_at", "part_allowed_ms", "part_adjusted_ms"),
        stoppedAt(row),
        instant(row, "break_until"),
        standing.fromItem(),
        standing.toItem(),
        Optional.ofNullable(row.getString("reason")).map(ClosingReason::of));
  }

  private static Optional<Instant> deadline(
      ResultSet row, String start, String allowed, String adjusted) throws SQLException {
    var time = row.getLong(allowed);
    if (row.wasNull()) return Optional.empty();
    var all = Duration.ofMillis(time + row.getLong(adjusted));
    return instant(row, start).map(from -> from.plus(all));
  }

  private static Optional<Instant> stoppedAt(ResultSet row) throws SQLException {
    var breakFrom =
        row.getBoolean("break_stops_clock")
            ? instant(row, "break_from")
            : Optional.<Instant>empty();
    return breakFrom.isPresent() ? breakFrom : instant(row, "paused_at");
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
