create trigger requests_about_results_are_never_emptied before truncate on result.request
  for each statement execute function result.refuse_change();
