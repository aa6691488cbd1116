package org.rolewright.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.rolewright.ApiClient;
import org.rolewright.judging.Setting;
import org.rolewright.platform.Role;
import org.rolewright.scoring.SatExam;
import org.rolewright.standard.JudgedForm;

/**
 * What cuts would mean for forty people with 1 to 5 of six points: 7, 14, 7, 6 and 6 of them. The
 * panel asks for 60 %, which is 3.6 points.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImpactApiTest {
  private static final SatExam EXAM = SatExam.forty();
  private static final JudgedForm PANEL =
      new JudgedForm(
          EXAM.hall.rolewright, EXAM.hall.study, EXAM.hall.form, Setting.Method.MODIFIED_ANGOFF, 3);

  @AfterAll
  static void close() {
    EXAM.close();
  }

  private static ApiClient.Call read(ApiClient who) {
    return who.call("readCutImpact").with("settingId", PANEL.setting.value());
  }

  private static ApiClient.Call draw(ApiClient who) {
    return figure(who.call("drawCutImpact"));
  }

  private static ApiClient.Call table(ApiClient who) {
    return figure(who.call("readCutImpactFigure"));
  }

  private static ApiClient.Call figure(ApiClient.Call call) {
    return call.with("settingId", PANEL.setting.value()).with("error", "measurement");
  }

  private static JsonNode outcomes(int family) {
    return read(EXAM.first)
        .with("sem", "1")
        .expect(200)
        .json()
        .at("/scored/families/" + family + "/outcomes");
  }

  @Test
  @Order(1)
  void nobody_sees_pass_rates_before_the_ratings_are_locked() {
    for (int round = 1; round <= 2; round++) {
      assertSealed();
      PANEL.round(round, (panelist, _) -> 59 + panelist);
    }
    assertSealed();
    PANEL.lock();
    var unscored = read(EXAM.first).expect(200).json();
    assertEquals(40, unscored.get("sittings").asInt());
    assertFalse(unscored.has("scored"), "nobody scored them yet");
    draw(EXAM.first).with("sem", "1").expect(404);
    EXAM.run(EXAM.first, "for the board");
  }

  private static void assertSealed() {
    for (var call : List.of(read(EXAM.first), draw(EXAM.first), table(EXAM.first)))
      assertEquals("ratingsAreLockedFirst", call.with("sem", "1").expect(409).code());
  }

  @Test
  @Order(2)
  void each_option_says_how_many_would_pass() {
    var measured = outcomes(1);
    assertEquals(5, measured.size());
    // 3.6 − 2, −1, 0, +1 and +2 points pass from 2, 3, 4, 5 and 6 points on
    var passing = List.of(33, 19, 12, 6, 0);
    for (int i = 0; i < 5; i++) {
      assertEquals(i + 2, measured.at("/" + i + "/needed").asInt());
      assertEquals(passing.get(i), measured.at("/" + i + "/passing").asInt());
      assertEquals(passing.get(i) / 40.0, measured.at("/" + i + "/share").asDouble(), 1e-12);
    }
    // R 4.2.2: plogis(qlogis(.3) + c(-1, 1) * qnorm(.975) / sqrt(40 * .3 * .7)); 1 - .025^(1/40)
    assertEquals(0.178939405302, measured.at("/2/interval/lower").asDouble(), 1e-9);
    assertEquals(0.457342441421, measured.at("/2/interval/upper").asDouble(), 1e-9);
    assertEquals(0, measured.at("/4/interval/lower").asDouble());
    assertEquals(0.0880973028788, measured.at("/4/interval/upper").asDouble(), 1e-9);
  }

  @Test
  @Order(3)
  void the_picture_has_its_numbers_as_a_table() {
    var svg = draw(EXAM.first).with("sem", "1").with("width", 360).expect(200);
    assertTrue(svg.text().contains("<svg"));
    var table = table(EXAM.first).with("sem", "1").expect(200).json();
    var rows = table.at("/data/rows");
    assertEquals(7, rows.size(), "from none to six points");
    assertEquals("0.30", rows.at("/4/1").asText(), "12 of 40 have four points");
    draw(EXAM.first).expect(422); // there is no such error without its figure
  }

  @Test
  @Order(4)
  void where_an_item_was_dropped_the_same_share_of_the_points_left_is_asked_for() {
    EXAM.drop(EXAM.read(EXAM.run(EXAM.first, "to look")).at("/items/5/version").asText());
    EXAM.run(EXAM.first, "without the sixth item");
    var measured = outcomes(1);
    // 2 … 6 of 6 are 1.67, 2.5, 3.33, 4.17 and 5 of 5; 0 to 5 points: 7, 7, 7, 7, 6 and 6 people
    var needed = List.of(2, 3, 4, 5, 5);
    var passing = List.of(26, 19, 12, 6, 6);
    for (int i = 0; i < 5; i++) {
      assertEquals(needed.get(i), measured.at("/" + i + "/needed").asInt());
      assertEquals(passing.get(i), measured.at("/" + i + "/passing").asInt());
    }
  }

  @Test
  @Order(5)
  void panelists_and_proctors_are_refused() {
    for (var role : List.of(Role.SME, Role.PROCTOR)) {
      var who = EXAM.hall.rolewright.signedIn(EXAM.hall.rolewright.person(role));
      read(who).expect(403);
      draw(who).expect(403);
    }
  }
}
