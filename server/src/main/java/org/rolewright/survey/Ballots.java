package org.rolewright.survey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.rolewright.platform.InstallationSecret;
import org.rolewright.platform.json.Json;
import org.rolewright.survey.ClosedSurvey.Channel;

/**
 * Makes and checks ballots, without the database. The same link always gives the same ballot: so it
 * resumes on any device, and one link never yields two responses.
 */
final class Ballots {
  private static final Map<Channel, String> LETTERS =
      Map.of(Channel.PERSONAL, "p", Channel.OPEN, "o");

  private final InstallationSecret secret;

  Ballots(InstallationSecret secret) {
    this.secret = secret;
  }

  /** The ballot of a link: its token, or the random key that a browser made for an open link. */
  Ballot of(SurveyId survey, Channel channel, String token) {
    var key = secret.derive("response " + channel + " " + survey.value(), token);
    return new Ballot(survey, channel, base64(key));
  }

  /** As the browser keeps it: kind of link, key, signature. */
  String write(Ballot ballot) {
    return LETTERS.get(ballot.channel()) + "." + ballot.key() + "." + signature(ballot);
  }

  /** Empty when it was not made by {@link #write} for this survey. */
  Optional<Ballot> read(SurveyId survey, String text) {
    var parts = text.split("\\.", -1);
    if (parts.length != 3) return Optional.empty();
    return LETTERS.entrySet().stream()
        .filter(letter -> letter.getValue().equals(parts[0]))
        .map(letter -> new Ballot(survey, letter.getKey(), parts[1]))
        .filter(ballot -> same(signature(ballot), parts[2]))
        .findFirst();
  }

  byte[] seal(Ballot ballot, Draft draft) {
    return secret.seal(owner(ballot.keyHash()), Json.write(draft));
  }

  Draft unseal(byte[] keyHash, byte[] sealed) {
    return Json.read(secret.unseal(owner(keyHash), sealed), Draft.class);
  }

  /** Tells whether a survey was opened with this secret. */
  String mark() {
    return secret.mark();
  }

  private static String owner(byte[] keyHash) {
    return "draft " + HexFormat.of().formatHex(keyHash);
  }

  private String signature(Ballot ballot) {
    return base64(
        secret.derive("ballot " + ballot.channel() + " " + ballot.survey().value(), ballot.key()));
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
