package org.rolewright.form;

import java.util.List;
import java.util.Optional;
import org.rolewright.platform.http.Api;
import org.rolewright.platform.http.Reply;
import org.rolewright.platform.http.Request;
import org.rolewright.study.StudyId;

/** Operations of {@code api/form.yaml}. */
public final class FormRoutes {
  private FormRoutes() {}

  private record FormList(List<FormSummary> forms) {}

  private record Pool(List<PoolView> items) {}

  private record Proposal(Optional<String> deviation) {}

  private record Publication(String checksum) {}

  private record Reason(String because) {}

  public static void mount(Api api, FormService forms) {
    api.on("listForms", r -> new FormList(forms.listForms(r.actor(), study(r))));
    api.on(
        "createForm",
        r -> Reply.json(201, forms.create(r.actor(), study(r), id(r), r.body(NewForm.class))));
    api.on("readForm", r -> forms.form(r.actor(), id(r)));
    api.on("saveForm", r -> forms.save(r.actor(), id(r), r.version(), r.body(FormInput.class)));
    api.does("removeForm", r -> forms.remove(r.actor(), id(r), r.version()));
    api.on("readFormMeter", r -> forms.meter(r.actor(), id(r)));
    api.on("listFormPool", r -> new Pool(forms.pool(r.actor(), id(r))));
    api.on(
        "proposeForm",
        r -> forms.propose(r.actor(), id(r), r.version(), r.body(Proposal.class).deviation()));
    api.on(
        "publishForm",
        r -> forms.publish(r.actor(), id(r), r.version(), r.body(Publication.class).checksum()));
    api.on(
        "retireForm",
        r -> forms.retire(r.actor(), id(r), r.version(), r.body(Reason.class).because()));
    api.on(
        "reinstateForm",
        r -> forms.reinstate(r.actor(), id(r), r.version(), r.body(Reason.class).because()));
  }

  private static FormId id(Request request) {
    return new FormId(request.uuid("formId"));
  }

  private static StudyId study(Request request) {
    return new StudyId(request.uuid("studyId"));
  }
}
