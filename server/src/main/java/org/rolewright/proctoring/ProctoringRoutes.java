package org.rolewright.proctoring;

import java.util.List;
import java.util.Map;
import org.rolewright.candidacy.BookingId;
import org.rolewright.candidacy.ExamWindowId;
import org.rolewright.delivery.SittingId;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.proctoring.RoomService.CheckInInput;

/** Operations of {@code api/proctoring.yaml}. */
public final class ProctoringRoutes {
  private static final String TOKEN = "X-Sitting";

  private ProctoringRoutes() {}

  private record Text(String text) {}

  private record Reason(String reason) {}

  public static void mount(Api api, RoomService room) {
    api.on("listProctoredWindows", r -> Map.of("windows", room.listWindows(r.actor())));
    api.on("readRoster", r -> room.roster(r.actor(), window(r)));
    api.on(
        "followRoster",
        r -> {
          room.roster(r.actor(), window(r));
          return Reply.events(sink ->
              room.follow(
                  r.actor(),
                  window(r),
                  roster -> sink.send("" + roster.serverNow().toEpochMilli(), roster)));
        });
    api.does(
        "checkIn",
        r ->
            room.checkIn(
                r.actor(),
                window(r),
                new BookingId(r.uuid("admissionId")),
                r.body(CheckInInput.class)));
    api.on(
        "command",
        r -> room.command(r.actor(), window(r), r.uuid("commandId"), r.body(CommandInput.class)));
    api.on("readExamClock", r -> room.clock(r.actor()));
    api.on("confirmExamClock", r -> room.confirmClock(r.actor(), r.body(Reason.class).reason()));
  }

  public static void mount(Api api, TalkService talk) {
    api.on("listSittingMessages", r -> messages(talk.listMessages(r.actor(), r.text(TOKEN))));
    api.does(
        "writeToProctor",
        r -> talk.write(r.actor(), r.text(TOKEN), r.uuid("messageId"), r.body(Text.class).text()));
    api.on("readTranscript", r -> messages(talk.transcript(r.actor(), sitting(r))));
  }

  public static void mount(Api api, IncidentService incidents) {
    api.on(
        "reportIncident",
        r ->
            Map.of(
                "incidents",
                incidents.report(
                    r.actor(), window(r), r.uuid("incidentId"), r.body(IncidentInput.class))));
    api.on(
        "listIncidents", r -> Map.of("incidents", incidents.listIncidents(r.actor(), window(r))));
    api.on("readSittingRecord", r -> incidents.sitting(r.actor(), sitting(r)));
  }

  private static Map<String, List<Message>> messages(List<Message> messages) {
    return Map.of("messages", messages);
  }

  private static ExamWindowId window(Request request) {
    return new ExamWindowId(request.uuid("windowId"));
  }

  private static SittingId sitting(Request request) {
    return new SittingId(request.uuid("sittingId"));
  }
}
