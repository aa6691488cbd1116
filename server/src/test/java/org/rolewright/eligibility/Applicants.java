package org.rolewright.eligibility;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.rolewright.ApiClient;
import org.rolewright.Installation;
import org.rolewright.platform.Actor;
import org.rolewright.platform.Role;
import org.rolewright.platform.mail.Letter;
import org.rolewright.platform.text.Language;
import org.rolewright.platform.text.Localized;
import org.rolewright.study.NewStudy;
import org.rolewright.study.Requirement;
import org.rolewright.study.StudyId;

/** A programme that takes applications, and people who apply by the links in their mail. */
public final class Applicants {
  private static final AtomicInteger PEOPLE = new AtomicInteger();
  private static final Pattern LINK = Pattern.compile("/candidate/#/application/([\\w-]+)");
  public final Installation rolewright;
  public final Actor.Person expert;
  private final Actor.Person administrator;
  public final StudyId study = new StudyId(UUID.randomUUID());
  public final UUID experience = UUID.randomUUID();
  public final UUID training = UUID.randomUUID();

  public Applicants(Installation rolewright) {
    this.rolewright = rolewright;
    expert = rolewright.expert();
    administrator = rolewright.person(Role.ADMINISTRATOR);
    var studies = rolewright.wiring().studies;
    studies.create(expert, study, new NewStudy("Peer support", false, Language.ENGLISH));
    studies.putRequirement(
        expert,
        study,
        new Requirement(
            experience,
            Requirement.Kind.EXPERIENCE,
            "At least 500 hours of work in the role.",
            "Judgement of the panel",
            "",
            0));
    studies.putRequirement(
        expert,
        study,
        new Requirement(
            training,
            Requirement.Kind.PREREQUISITE,
            "Core training of 40 hours.",
            "Judgement of the panel",
            "",
            0));
    rolewright.wiring().eligibility.putOpening(expert, study, opening(true, 18), 0);
  }

  /** Hours for experience, a document for training. */
  public Opening opening(boolean open, int minimumAge) {
    return new Opening(
        open,
        Localized.of("Who may apply", "Quién puede solicitar"),
        Localized.of("All this is true.", "Todo esto es verdad."),
        "exams@example.org",
        minimumAge,
        365,
        2,
        List.of(new Opening.Rule(experience, 500, false), new Opening.Rule(training, 0, true)),
        0);
  }

  /** Somebody who has opened the link in their first mail. */
  public Applicant applicant() {
    return applicant("candidate" + PEOPLE.incrementAndGet() + "@example.org");
  }

  public Applicant applicant(String email) {
    var client = rolewright.visitor();
    ask(client, email).expect(204);
    var applicant = new Applicant(this, client, email, token(email));
    applicant.call("readOwnApplication").expect(200);
    return applicant;
  }

  public ApiClient.Call ask(ApiClient client, String email) {
    return client
        .call("requestCandidateLink")
        .with("studyId", study.value())
        .body(Map.of("email", email, "language", "en"));
  }

  /** Who may test. */
  public Applicant accepted() {
    var applicant = applicant().filled().handedIn();
    decide(applicant, Decision.Outcome.ACCEPT, Finding.Verdict.MET);
    return applicant;
  }

  /** Decides with one verdict for every requirement. */
  public void decide(Applicant applicant, Decision.Outcome outcome, Finding.Verdict verdict) {
    var eligibility = rolewright.wiring().eligibility;
    var received = eligibility.received(expert, applicant.id());
    var findings =
        received.claims().stream()
            .map(claim -> new Finding(claim.requirement().id(), verdict, "because"))
            .toList();
    eligibility.decide(
        expert,
        applicant.id(),
        new Decision(outcome, "The reason", findings),
        received.version(),
        "http://localhost");
  }

  /** The mails to an address, the newest first. */
  public List<Letter> mails(String email) {
    return rolewright.wiring().access.listOutbox(administrator).stream()
        .filter(letter -> letter.recipient().equals(email))
        .toList();
  }

  /** The token in the newest mail to an address. */
  public String token(String email) {
    var found = LINK.matcher(mails(email).getFirst().body());
    if (!found.find()) throw new AssertionError("no link in the mail");
    return found.group(1);
  }

  /** A small true PDF. */
  public static byte[] pdf(String words) {
    return ("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n% "
            + words
            + "\ntrailer<</Root 1 0 R>>\n%%EOF\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** A true picture. */
  public static byte[] picture(String format) {
    try (var out = new ByteArrayOutputStream()) {
      var image =
          new java.awt.image.BufferedImage(40, 30, java.awt.image.BufferedImage.TYPE_INT_RGB);
      ImageIO.write(image, format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One candidate with a browser and the private link. */
  public record Applicant(Applicants all, ApiClient client, String email, String token) {

    public ApiClient.Call call(String operation) {
      return client.call(operation).with("X-Candidate", token);
    }

    public CandidateId id() {
      return all.rolewright
          .wiring()
          .database
          .transaction(tx -> all.rolewright.wiring().eligibility.candidate(tx, token).id());
    }

    public ApiClient.Call person(String name, LocalDate bornOn) {
      return call("putOwnPerson")
          .body(Map.of("name", name, "bornOn", bornOn.toString(), "language", "en"));
    }

    public ApiClient.Call claim(UUID requirement, String statement, Integer hours) {
      return call("putOwnClaim")
          .with("requirementId", requirement)
          .body(
              hours == null
                  ? Map.of("statement", statement)
                  : Map.of("statement", statement, "hours", hours));
    }

    public ApiClient.Call document(UUID requirement, UUID id, String name, byte[] content) {
      return call("addOwnDocument")
          .with("requirementId", requirement)
          .with("documentId", id)
          .with("name", name)
          .bytes("application/octet-stream", content);
    }

    /** Everything that is asked. */
    public Applicant filled() {
      person("Ana Ejemplo", LocalDate.of(1990, 5, 17)).expect(204);
      claim(all.experience, "Two years at the community centre", 800).expect(204);
      claim(all.training, "Course of the state", null).expect(204);
      document(all.training, UUID.randomUUID(), "course.pdf", pdf("course")).expect(204);
      return this;
    }

    public ApiClient.Call submission() {
      return call("submitOwnApplication").body(Map.of("attested", true));
    }

    public Applicant handedIn() {
      submission().expect(204);
      return this;
    }
  }
}
