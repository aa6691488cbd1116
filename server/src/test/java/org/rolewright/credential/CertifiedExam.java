package org.rolewright.credential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rolewright.ApiClient;
import org.rolewright.delivery.ExamHall;
import org.rolewright.platform.Actor;
import org.rolewright.platform.mail.Letter;
import org.rolewright.scoring.SatExam;
import org.rolewright.scoring.Score;
import org.rolewright.standard.CutScore;
import org.rolewright.standard.JudgedForm;

/**
 * An exam of six items whose scores are released: of so many people, the nth has n mod 7 right, and
 * four pass. Certificates are spoken of by their place in the registry as it was read last.
 */
final class CertifiedExam implements AutoCloseable {
  static final int PEOPLE = 24;

  final SatExam exam = SatExam.of(ExamHall.Shape.ofSingles(6));
  final List<UUID> sittings;
  final CutScore cut;

  /** As it was read last. */
  JsonNode registry = MissingNode.getInstance();

  CertifiedExam() {
    var people = new ArrayList<Object[]>();
    for (int person = 0; person < PEOPLE; person++) {
      var responses = new Object[6];
      for (int item = 0; item < 6; item++) responses[item] = item < person % 7 ? "b" : "a";
      people.add(responses);
    }
    sittings = exam.sitAll(people);
    exam.withoutPattern();
    cut = JudgedForm.adopted(exam.hall.rolewright, exam.hall.study, exam.hall.form, 60);
    exam.released();
  }

  ApiClient.Call ofStudy(ApiClient.Call call) {
    return call.with("studyId", exam.hall.study.value());
  }

  ApiClient.Call on(ApiClient.Call call, int certificate) {
    return call.with("certificateId", certificate(certificate));
  }

  ApiClient.Call proposing(ApiClient who, List<String> chosen) {
    return ofStudy(who.call("proposeCertificates"))
        .body(Map.of("sittings", chosen, "validMonths", 36));
  }

  List<String> waiting() {
    return registry.get("waiting").findValuesAsText("sitting");
  }

  String certificate(int at) {
    return registry.at("/certificates/" + at + "/id").asText();
  }

  ApiClient.Call issuing(ApiClient who, int... which) {
    var ids = IntStream.of(which).mapToObj(this::certificate).toList();
    return ofStudy(who.call("issueCertificates")).body(Map.of("certificates", ids));
  }

  long statuses(String status) {
    return registry.get("certificates").findValuesAsText("status").stream()
        .filter(status::equals)
        .count();
  }

  /** The place of the first certificate that stands so. */
  int first(String status) {
    int at = 0;
    while (!status.equals(registry.at("/certificates/" + at + "/status").asText())) at++;
    return at;
  }

  ApiClient.Call verifying(String number, String code) {
    return exam.hall
        .rolewright
        .visitor()
        .call("verifyCertificate")
        .body(Map.of("number", number, "code", code));
  }

  String standing(OwnCertificate own) {
    return verifying(own.number(), own.code()).expect(200).json().get("status").asText();
  }

  /** What the holder of a certificate is told. */
  OwnCertificate own(int certificate) {
    return told(token(certificate)).getFirst();
  }

  List<OwnCertificate> told(String token) {
    return exam.hall.wiring.verification.listOwn(new Actor.Visitor(), token);
  }

  /** The token of the private link of who holds a certificate. */
  String token(int certificate) {
    return SatExam.token(score(certificate));
  }

  /** What a certificate rests on. */
  Score score(int certificate) {
    var number = registry.at("/certificates/" + certificate + "/number").asText();
    return exam.scores().stream()
        .filter(score ->
            told(SatExam.token(score)).stream().anyMatch(one -> one.number().equals(number)))
        .findFirst()
        .orElseThrow();
  }

  ApiClient.Call printingOwn(int certificate, int holder) {
    return on(exam.hall.rolewright.visitor().call("printOwnCertificate"), certificate)
        .with("X-Candidate", token(holder));
  }

  String ownCertificates(int holder) {
    return exam.hall
        .rolewright
        .visitor()
        .call("listOwnCertificates")
        .with("X-Candidate", token(holder))
        .expect(200)
        .text();
  }

  ApiClient.Call acting(int certificate, String kind) {
    return acting(exam.second, certificate, kind);
  }

  ApiClient.Call acting(ApiClient who, int certificate, String kind) {
    return on(who.call("actOnCertificate"), certificate)
        .body(Map.of("kind", kind, "reason", "Decided by the ethics board."));
  }

  List<Letter> letters(String subject) {
    var wiring = exam.hall.wiring;
    return wiring.database.transaction(tx -> wiring.mail.listLetters(tx)).stream()
        .filter(letter -> letter.subject().startsWith(subject))
        .toList();
  }

  /** The run whose scores are in force. */
  String released() {
    return exam.scores().getFirst().run().value().toString();
  }

  @Override
  public void close() {
    exam.close();
  }
}
