package org.rolewright.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.rolewright.ApiClient;
import org.rolewright.itembank.TestBank;
import org.rolewright.platform.Refusal;
import org.rolewright.platform.Role;

/** Pictures and cases over HTTP. */
class LibraryApiTest {
  private static TestBank bank;

  @BeforeAll
  static void start() {
    bank = new TestBank();
  }

  @AfterAll
  static void stop() {
    bank.close();
  }

  private static byte[] picture(String format) throws IOException {
    var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    image.setRGB(7, 7, 0xff8800);
    var out = new ByteArrayOutputStream();
    assertTrue(ImageIO.write(image, format, out));
    return out.toByteArray();
  }

  private static ApiClient.Call describe(UUID id, int version, Map<String, String> alt) {
    return bank.of(bank.writer.call("describeAsset"))
        .with("assetId", id)
        .with("If-Match", TestBank.tag(version))
        .body(
            Map.of("name", "Drip", "alt", alt, "licence", "CC0", "source", "Drawn for this study"));
  }

  private static ApiClient.Call upload(UUID id, byte[] bytes) {
    return bank.of(bank.writer.call("uploadAsset"))
        .with("assetId", id)
        .bytes("application/octet-stream", bytes);
  }

  private static UUID described() {
    var id = UUID.randomUUID();
    describe(id, 0, TestBank.both("A drip")).expect(200);
    return id;
  }

  @Test
  void a_picture_is_described_then_sent_and_drawn_anew() throws IOException {
    var id = described();
    describe(id, 0, TestBank.both("A drip")).expect(412);
    describe(UUID.randomUUID(), 0, Map.of()).expect(400);
    var hidden = "Location: 52.1 N, 4.3 E";
    var sent = new ByteArrayOutputStream();
    sent.write(picture("png"));
    sent.write(hidden.getBytes(StandardCharsets.UTF_8));
    var asset = upload(id, sent.toByteArray()).expect(200).json();
    assertEquals("image/png", asset.at("/file/type").asText());
    assertEquals(40, asset.at("/file/width").asInt());
    var file = bank.writer.call("readAssetFile").with("assetId", id).expect(200);
    assertFalse(file.text().contains(hidden));
    var seen = ImageIO.read(new ByteArrayInputStream(file.bytes()));
    assertEquals(0xff8800, seen.getRGB(7, 7) & 0xffffff);
    assertEquals(List.of("nosniff"), file.headers().get("x-content-type-options"));
    assertEquals(List.of("image/png"), file.headers().get("content-type"));
    upload(id, picture("gif")).expect(200);
    assertArrayEquals(
        file.bytes(),
        bank.writer.call("readAssetFile").with("assetId", id).expect(200).bytes(),
        "a picture never changes");
    var listed = bank.of(bank.writer.call("listAssets")).expect(200).text();
    assertTrue(listed.contains(id.toString()));
  }

  @Test
  void kinds_are_known_by_their_bytes() throws IOException {
    assertEquals(
        "image/jpeg",
        upload(described(), picture("jpg")).expect(200).json().at("/file/type").asText());
    assertEquals(
        "image/png",
        upload(described(), picture("gif")).expect(200).json().at("/file/type").asText());
    // One black pixel, lossless WebP (RFC 9649 container around a VP8L stream).
    var webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    assertEquals(
        "image/png", upload(described(), webp).expect(200).json().at("/file/type").asText());
  }

  @Test
  void what_is_no_picture_is_refused() throws IOException {
    var svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
    refuse("aPictureIsNotSvg", svg.getBytes(StandardCharsets.UTF_8));
    refuse("aPictureIsOfAKnownKind", "<html>".getBytes(StandardCharsets.UTF_8));
    refuse("aPictureIsOfAKnownKind", new byte[] {1, 2, 3});
    var broken = picture("png");
    refuse("aPictureCanBeRead", java.util.Arrays.copyOf(broken, 40));
    upload(described(), new byte[6_000_000]).expect(400);
  }

  /** A file that says to be 60,000 × 60,000 pixels would take 14 GB to draw. */
  @Test
  void a_picture_that_would_burst_the_memory_is_refused() throws IOException {
    var bomb = picture("png");
    bomb[18] = (byte) 0xea;
    bomb[19] = 0x60;
    bomb[22] = (byte) 0xea;
    bomb[23] = 0x60;
    var refusal = assertThrows(Refusal.BrokenRule.class, () -> Pictures.of(bomb));
    assertTrue(List.of("aPictureIsNotTooLarge", "aPictureCanBeRead").contains(refusal.key()));
  }

  private static void refuse(String rule, byte[] bytes) {
    assertEquals(rule, upload(described(), bytes).expect(422).code());
  }

  @Test
  void an_item_shows_only_pictures_of_its_study() throws IOException {
    var id = described();
    var stem = "Look: <img data-asset=\"" + id + "\" alt=\"A drip\">";
    var draft = bank.draft(TestBank.single(stem));
    var create =
        bank.of(bank.writer.call("createItem")).with("itemId", UUID.randomUUID()).body(draft);
    assertEquals("a_shown_picture_is_in_the_library", create.expect(422).code());
    upload(id, picture("png")).expect(200);
    assertTrue(
        create.expect(201).json().at("/version/content/stem/en").asText().contains(id.toString()));
  }

  @Test
  void pictures_are_for_those_who_write_and_review() throws IOException {
    var id = described();
    upload(id, picture("png")).expect(200);
    bank.signedIn(bank.person(Role.SME)).call("readAssetFile").with("assetId", id).expect(200);
    bank.signedIn(bank.person(Role.AUDITOR)).call("readAssetFile").with("assetId", id).expect(403);
    bank.installation().visitor().call("readAssetFile").with("assetId", id).expect(401);
  }

  private static ApiClient.Call write(UUID id, int version, String text) {
    return bank.of(bank.writer.call("putStimulus"))
        .with("stimulusId", id)
        .with("If-Match", TestBank.tag(version))
        .body(Map.of("title", TestBank.both("Ana"), "text", TestBank.both("<p>" + text + "</p>")));
  }

  private static JsonNode lock(JsonNode stimulus) {
    return bank.writer
        .call("lockStimulus")
        .with("stimulusVersionId", stimulus.get("id").asText())
        .with("If-Match", TestBank.tag(stimulus.get("revision").asInt()))
        .expect(200)
        .json();
  }

  @Test
  void a_case_is_written_locked_and_written_anew() {
    var id = UUID.randomUUID();
    var answer = write(id, 0, "Ana is 34.<script>x</script>").expect(200).json();
    assertEquals("<p>Ana is 34.</p>", answer.at("/stimulus/text/en").asText());
    assertEquals("script", answer.at("/notices/0/removed").asText());
    write(id, 0, "again").expect(412);
    var second = write(id, 1, "Ana is 35.").expect(200).json().get("stimulus");
    assertEquals(1, second.get("number").asInt());
    assertEquals(2, second.get("revision").asInt());
    var locked = lock(second);
    assertTrue(locked.get("locked").asBoolean());
    var third = write(id, 2, "Ana is 36.").expect(200).json().get("stimulus");
    assertEquals(2, third.get("number").asInt());
    var kept =
        bank.writer
            .call("readStimulusVersion")
            .with("stimulusVersionId", locked.get("id").asText())
            .expect(200)
            .json();
    assertEquals(locked, kept);
    var listed = bank.of(bank.writer.call("listStimuli")).expect(200).json().get("stimuli");
    assertTrue(
        listed.toString().contains("Ana is 36.") && !listed.toString().contains("Ana is 35."));
  }
}
