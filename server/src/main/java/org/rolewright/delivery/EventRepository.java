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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jooq.exception.DataAccessException;
import org.postgresql.PGConnection;
import org.rolewright.delivery.EventRules.Standing;
import org.rolewright.delivery.EventRules.Verdict;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.ExamClock;
import org.rolewright.timing.SittingState;

/**
 * How events come in: those of many devices by one statement that holds their sittings, and one
 * that adds what {@link EventRules} lets in. By hand, because it happens thousands of times a
 * second.
 */
final class EventRepository {
  private static final String READ =
      """
      select h.*, clock_timestamp() as now,
        coalesce((select e.seq from delivery.answer_event e where e.device = h.device order by e.seq desc limit 1), 0) as stored
      from (
        select a.request, a.epoch = any (d.epochs) as granted, d.number as device, d.epochs[cardinality(d.epochs)] as newest,
          s.number, s.epoch, s.state, s.part, s.revision, s.started_at, s.allowed_ms, s.adjusted_ms, s.part_started_at,
          s.part_allowed_ms, s.part_adjusted_ms, s.paused_at, s.break_from, s.break_until, s.break_stops_clock,
          s.from_item, s.to_item, s.linear, s.counts_until, s.reason
        from unnest(?::bytea[], ?::int[], ?::int[]) as a (token, epoch, request)
        join delivery.device d on d.token_hash = a.token
        join delivery.sitting s on s.number = d.sitting
        %s
      ) h
      """;

  /** Reads how things stand, whoever holds the sitting. */
  private static final String ASK = READ.formatted("");

  /**
   * Holds each sitting's row, in the order of their numbers, so that nothing is stored beside a
   * closing; the time is told when it is held.
   */
  private static final String HOLD = READ.formatted("order by s.number for no key update of s");

  /** As {@link #HOLD}; passes over what somebody else holds. */
  private static final String HOLD_FREE =
      READ.formatted("order by s.number for no key update of s skip locked");

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
      int request, Post post, Standing standing, SittingStatusView.Row status, Verdict verdict) {
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

  private final ExamClock clock;

  EventRepository(ExamClock clock) {
    this.clock = clock;
  }

  /**
   * Stores posts of different devices; waits for sittings that somebody else holds.
   *
   * @param trusted whether the clocks agree; if not, nothing is late
   * @return in the order of the posts; empty for an unknown token
   */
  List<Optional<Outcome>> store(Tx tx, List<Post> posts, boolean trusted) {
    return store(tx, posts, trusted, HOLD);
  }

  /** As {@link #store}; a sitting that somebody else holds is passed over like an unknown token. */
  List<Optional<Outcome>> storeFree(Tx tx, List<Post> posts, boolean trusted) {
    return store(tx, posts, trusted, HOLD_FREE);
  }

  private List<Optional<Outcome>> store(Tx tx, List<Post> posts, boolean trusted, String hold) {
    var outcomes = new ArrayList<Optional<Outcome>>();
    posts.forEach(_ -> outcomes.add(Optional.empty()));
    tx.lend(connection -> {
      try {
        var asking = read(connection, ASK, posts, Post::asksOnly, trusted);
        var held = read(connection, hold, posts, post -> !post.asksOnly(), trusted);
        add(connection, held);
        steer(connection, held);
        for (var entry : asking) outcomes.set(entry.request, Optional.of(entry.outcome()));
        for (var entry : held) outcomes.set(entry.request, Optional.of(entry.outcome()));
      } catch (SQLException e) {
        throw new DataAccessException("events", e);
      }
    });
    return outcomes;
  }

  private List<Entry> read(
      Connection connection, String how, List<Post> posts, Predicate<Post> which, boolean trusted)
      throws SQLException {
    var requests = IntStream.range(0, posts.size()).filter(at -> which.test(posts.get(at)));
    var chosen = requests.toArray();
    if (chosen.length == 0) return List.of();
    var tokens = new byte[chosen.length][];
    var epochs = new int[chosen.length];
    for (var at = 0; at < chosen.length; at++) {
      tokens[at] = posts.get(chosen[at]).tokenHash().hash();
      epochs[at] = posts.get(chosen[at]).epoch();
    }
    var entries = new ArrayList<Entry>(chosen.length);
    try (var statement = connection.prepareStatement(how)) {
      bind(statement, "bytea", tokens, "int4", epochs, "int4", chosen);
      var asked = clock.tick();
      try (var rows = statement.executeQuery()) {
        var answered = clock.tick();
        while (rows.next()) {
          var now = instant(rows, "now").orElseThrow();
          var reading = new ExamClock.Reading(asked, answered, now);
          var request = rows.getInt("request");
          entries.add(entry(rows, request, posts.get(request), reading, trusted));
        }
      }
    }
    return entries;
  }

  private Entry entry(
      ResultSet row, int request, Post post, ExamClock.Reading reading, boolean trusted)
      throws SQLException {
    var received = clock.databaseAt(post.arrived(), reading).truncatedTo(ChronoUnit.MILLIS);
    var standing = standing(row, received);
    var now = reading.told().truncatedTo(ChronoUnit.MILLIS);
    var verdict = EventRules.judge(post, standing, trusted);
    return new Entry(request, post, standing, status(row, standing, now), verdict);
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
        received[at] = entry.standing.received().toEpochMilli();
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

  private static Standing standing(ResultSet row, Instant received) throws SQLException {
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
        received);
  }

  private static SittingStatusView.Row status(ResultSet row, Standing standing, Instant now)
      throws SQLException {
    return new SittingStatusView.Row(
        standing.stored(),
        row.getInt("newest"),
        standing.epoch(),
        standing.state(),
        row.getInt("part"),
        row.getInt("revision"),
        now,
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
