package org.rolewright.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rolewright.audit.AuditService;
import org.rolewright.delivery.SittingRepository.Device;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.db.Tx;
import org.rolewright.timing.SittingState;

/**
 * Takes what many candidates hand in at the same moment: read at once, decided one by one, stored
 * at once. A refusal is one candidate's alone.
 */
final class HandingIn {
  private final SittingRepository sittings = new SittingRepository();
  private final AnswerRepository answers = new AnswerRepository();
  private final AuditService audit;
  private final Receipts receipts;

  /** One candidate's word that this is all. */
  record Submission(Actor actor, Post.Token token, SittingService.SubmissionInput input) {}

  /** Reads the receipt of a sitting that is over. */
  @FunctionalInterface
  interface Receipts {
    ReceiptView receipt(Tx tx, Sitting closed);
  }

  /** What a batch works on, and what came of it so far. */
  private record Batch(
      Map<Post.Token, Device> devices,
      Map<Long, Sitting> held,
      Map<Long, Integer> stored,
      List<Change> closed) {}

  HandingIn(AuditService audit, Receipts receipts) {
    this.audit = audit;
    this.receipts = receipts;
  }

  /** Sittings are held in the order of their numbers, as by everybody who holds several. */
  List<Supplier<ReceiptView>> take(Tx tx, List<Submission> submissions) {
    var batch = read(tx, submissions);
    var given = answers.answersInTime(tx, List.copyOf(batch.held.keySet()));
    var now = sittings.now(tx);
    var results = new ArrayList<Supplier<ReceiptView>>(submissions.size());
    for (var submission : submissions) {
      try {
        var held = check(batch, submission);
        var receipt =
            held.closedAt().isPresent()
                ? receipts.receipt(tx, held)
                : close(batch, submission, held, given.get(held.number()), now);
        results.add(() -> receipt);
      } catch (Refusal refusal) {
        results.add(() -> {
          throw refusal;
        });
      }
    }
    sittings.update(tx, Change.moved(batch.closed));
    audit.record(tx, Change.acts(batch.closed));
    return results;
  }

  private Batch read(Tx tx, List<Submission> submissions) {
    var devices = sittings.devices(tx, submissions.stream().map(Submission::token).toList());
    var numbers = devices.values().stream().map(Device::sitting).distinct().toList();
    var held = new HashMap<>(sittings.lockNumbers(tx, numbers));
    var stored = answers.acknowledged(tx, devices.values().stream().map(Device::number).toList());
    return new Batch(devices, held, stored, new ArrayList<>());
  }

  /** The sitting to be closed, or one that is. */
  private static Sitting check(Batch batch, Submission submission) {
    var device = batch.devices.get(submission.token());
    if (device == null) throw new Refusal.NotSignedIn();
    var held = batch.held.get(device.sitting());
    if (held.closedAt().isPresent()) return held;
    int stored = batch.stored.getOrDefault(device.number(), 0);
    if (submission.input().lastSeq() > stored)
      throw new Refusal.Conflict("eventGap", Map.of("ackSeq", stored));
    if (!held.state().underWay()) throw new Refusal.Conflict("examNotStarted");
    if (held.state() == SittingState.PAUSED) throw new Refusal.Conflict("examPaused");
    if (!device.epochs().contains(held.epoch()) || submission.input().epoch() != held.epoch())
      throw new Refusal.Conflict("penElsewhere");
    return held;
  }

  private static ReceiptView close(
      Batch batch, Submission submission, Sitting held, List<FinalAnswer> given, Instant now) {
    var change = Closing.handedIn(submission.actor(), held, given, now);
    batch.held.put(held.number(), change.after());
    batch.closed.add(change);
    return ReceiptView.of(change.after(), given.size(), Optional.empty());
  }
}
