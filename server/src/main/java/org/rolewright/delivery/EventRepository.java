package org.rolewright.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.ClosingReason;
import org.rolewright.timing.SittingState;

/** The one statement by which events come in: it judges and stores those of many devices. */
final class EventRepository {
  /**
   * Holds each sitting's row, so that nothing is stored beside a closing; takes what follows
   * without a gap on what is stored; says of each event whether it counts. Nothing known is
   * overwritten. What comes late from a device that has no pen any more raises the revision, so
   * that the device that has it reads again: the answer may be the newest to a question that is
   * blank there.
   */
  private static final String STORE =
      """
      with asked as materialized (
        select * from unnest(?::int[], ?::bytea[], ?::int[], ?::int[]) as a (request, token, epoch, first_seq)
      ), held as materialized (
        select a.request, a.epoch as claimed, a.first_seq, a.epoch = any (d.epochs) as granted, d.number as device,
          d.epochs[cardinality(d.epochs)] as newest, s.number, s.epoch, s.state, s.part, s.revision, s.started_at, s.allowed_ms,
          s.adjusted_ms, s.part_started_at, s.part_allowed_ms, s.part_adjusted_ms, s.paused_at, s.break_from, s.break_until,
          s.break_stops_clock, s.from_item, s.to_item, s.linear, s.counts_until, s.reason
        from asked a
        join delivery.device d on d.token_hash = a.token
        join delivery.sitting s on s.number = d.sitting
        order by s.number
        for no key update of s
      ), known as materialized (
        select held.*, date_trunc('milliseconds', clock_timestamp()) as now,
          coalesce((select e.seq from delivery.answer_event e where e.device = held.device order by e.seq desc limit 1), 0) as stored
        from held
      ), fresh as materialized (
        select k.device, e.seq, k.claimed, e.kind, e.item, e.value, e.typed, k.now, k.number, k.state, k.counts_until,
          k.linear and k.claimed = k.epoch as steers, k.claimed <> k.epoch as strays, k.from_item, k.to_item,
          max(e.item) filter (where k.linear and e.kind = 'seen' and e.item between k.from_item and k.to_item)
            over (partition by k.request order by e.seq) as reached
        from unnest(?::int[], ?::int[], ?::text[], ?::int[], ?::text[], ?::bigint[]) as e (request, seq, kind, item, value, typed)
        join known k on k.request = e.request
        where k.granted and k.first_seq <= k.stored + 1 and e.seq > k.stored
      ), added as (
        insert into delivery.answer_event (device, seq, epoch, kind, item, value, typed_at, received_at, standing)
        select device, seq, claimed, kind, item, value, timestamptz 'epoch' + typed * interval '1 millisecond', now,
          case
            when kind in ('exit', 'seen', 'left', 'focusLost', 'focusGained', 'offline', 'online', 'enter', 'break', 'return') then 'counts'
            when state = 'closed' then 'late'
            when state in ('arrived', 'admitted') then 'outside'
            when now > counts_until then case when ? then 'late' else 'doubt' end
            when kind = 'answer' and not (item between greatest(from_item, case when steers then reached end) and to_item) then 'outside'
            else 'counts'
          end
        from fresh
        order by device, seq
        on conflict do nothing
        returning device, seq
      ), steered as (
        update delivery.sitting s
        set from_item = greatest(s.from_item, f.reached), revision = s.revision + case when f.strays then 1 else 0 end
        from (
          select number, max(reached) filter (where steers and state = 'open') as reached, bool_or(strays) as strays
          from fresh group by number
        ) f
        where s.number = f.number and (f.reached > s.from_item or f.strays)
        returning s.number, s.from_item
      )
      select k.*, coalesce(a.added, 0) as added, coalesce(t.from_item, k.from_item) as first_item
      from known k
      left join (select device, count(*) as added from added group by device) a on a.device = k.device
      left join steered t on t.number = k.number
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
      try (var statement = connection.prepareStatement(STORE)) {
        bind(connection, statement, posts);
        statement.setBoolean(11, trusted);
        try (var rows = statement.executeQuery()) {
          while (rows.next()) outcomes.set(rows.getInt(1), Optional.of(outcome(rows)));
        }
      } catch (SQLException e) {
        throw new DataAccessException("events", e);
      }
    });
    return outcomes;
  }

  private static void bind(Connection connection, PreparedStatement statement, List<Post> posts)
      throws SQLException {
    var many = posts.size();
    var count = posts.stream().mapToInt(post -> post.events().size()).sum();
    var requests = new Integer[many];
    var tokens = new byte[many][];
    var epochs = new Integer[many];
    var firsts = new Integer[many];
    var owners = new Integer[count];
    var seqs = new Integer[count];
    var kinds = new String[count];
    var items = new Integer[count];
    var values = new String[count];
    var typed = new Long[count];
    var at = 0;
    for (var request = 0; request < many; request++) {
      var post = posts.get(request);
      requests[request] = request;
      tokens[request] = post.tokenHash().hash();
      epochs[request] = post.epoch();
      firsts[request] = post.firstSeq();
      for (var event : post.events()) {
        owners[at] = request;
        seqs[at] = event.seq();
        kinds[at] = event.kind();
        items[at] = event.item().isPresent() ? event.item().getAsInt() : null;
        values[at] = event.value().orElse(null);
        typed[at++] = event.at().toEpochMilli();
      }
    }
    statement.setArray(1, connection.createArrayOf("int4", requests));
    statement.setArray(2, connection.createArrayOf("bytea", tokens));
    statement.setArray(3, connection.createArrayOf("int4", epochs));
    statement.setArray(4, connection.createArrayOf("int4", firsts));
    statement.setArray(5, connection.createArrayOf("int4", owners));
    statement.setArray(6, connection.createArrayOf("int4", seqs));
    statement.setArray(7, connection.createArrayOf("text", kinds));
    statement.setArray(8, connection.createArrayOf("int4", items));
    statement.setArray(9, connection.createArrayOf("text", values));
    statement.setArray(10, connection.createArrayOf("int8", typed));
  }

  private static Outcome outcome(ResultSet row) throws SQLException {
    var stored = row.getInt("stored");
    var added = row.getInt("added");
    return new Outcome(
        row.getLong("number"),
        row.getBoolean("granted"),
        stored,
        added,
        SittingStatusView.of(
            new SittingStatusView.Row(
                stored + added,
                row.getInt("newest"),
                row.getInt("epoch"),
                SittingState.of(row.getString("state")),
                row.getInt("part"),
                row.getInt("revision"),
                instant(row, "now").orElseThrow(),
                deadline(row, "started_at", "allowed_ms", "adjusted_ms"),
                deadline(row, "part_started_at", "part_allowed_ms", "part_adjusted_ms"),
                stoppedAt(row),
                instant(row, "break_until"),
                row.getInt("first_item"),
                row.getInt("to_item"),
                Optional.ofNullable(row.getString("reason")).map(ClosingReason::of))));
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
