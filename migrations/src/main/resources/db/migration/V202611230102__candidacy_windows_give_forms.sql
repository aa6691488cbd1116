alter table candidacy.exam_window add constraint a_window_gives_a_form_of_its_programme
  foreign key (form_id, study_id) references form.form (id, study_id);
create index exam_window_by_form on candidacy.exam_window (form_id);
