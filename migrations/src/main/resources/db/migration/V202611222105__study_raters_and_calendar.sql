-- Drafts get what new studies begin with; frozen protocols keep the text that their hash was made from.
update study.protocol set document = document || '{
  "raters": "PEERS",
  "calendar": {"stages": [
    {"kind": "WORKSHOP", "name": "", "responsible": ""},
    {"kind": "SURVEY", "name": "", "responsible": ""},
    {"kind": "ANALYSIS", "name": "", "responsible": ""},
    {"kind": "PANEL_REVIEW", "name": "", "responsible": ""},
    {"kind": "BLUEPRINT_ADOPTION", "name": "", "responsible": ""},
    {"kind": "REPORT", "name": "", "responsible": ""}]}}'
where hash is null;
