package org.rolewright.itemreview;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rolewright.itembank.ItemVersionId;
import org.rolewright.itemreview.Round.Outcome;
import org.rolewright.platform.PersonId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/itemreview.yaml}. */
public final class ItemreviewRoutes {
  private ItemreviewRoutes() {}

  private record Reviews(List<ReviewSummary> reviews) {}

  private record Reviewers(List<ReviewerLoad> people) {}

  private record Deadline(Optional<LocalDate> dueOn) {}

  private record VoteInput(Vote.Decision decision, Optional<String> reason) {}

  private record Answer(String answer) {}

  private record Closing(Outcome outcome, String reason) {}

  public static void mount(Api api, ReviewService reviews, RoundService rounds) {
    api.on("listReviews", r -> new Reviews(reviews.listReviews(r.actor(), study(r))));
    api.on("listReviewers", r -> new Reviewers(reviews.listReviewers(r.actor(), study(r))));
    api.on("readReview", r -> reviews.review(r.actor(), version(r)));
    api.on("submitItem", r -> rounds.submit(r.actor(), version(r), r.version()));
    api.on(
        "assignReviewer",
        r -> rounds.assign(r.actor(), version(r), person(r), r.body(Deadline.class).dueOn()));
    api.on("releaseReviewer", r -> rounds.release(r.actor(), version(r), person(r)));
    api.on(
        "voteOnItem",
        r -> {
          var vote = r.body(VoteInput.class);
          return rounds.vote(r.actor(), version(r), vote.decision(), vote.reason().orElse(""));
        });
    api.on(
        "commentOnItem",
        r ->
            rounds.comment(r.actor(), version(r), r.uuid("commentId"), r.body(CommentInput.class)));
    api.on(
        "resolveComment",
        r ->
            rounds.resolve(
                r.actor(), version(r), r.uuid("commentId"), r.body(Answer.class).answer()));
    api.on(
        "closeRound",
        r -> {
          var closing = r.body(Closing.class);
          return rounds.close(
              r.actor(), version(r), closing.outcome(), closing.reason(), r.version());
        });
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }

  private static ItemVersionId version(Request request) {
    return new ItemVersionId(request.uuid("versionId"));
  }

  private static PersonId person(Request request) {
    return new PersonId(request.uuid("personId"));
  }
}
