alter table form.form add constraint a_form_belongs_to_one_study unique (id, study_id);
