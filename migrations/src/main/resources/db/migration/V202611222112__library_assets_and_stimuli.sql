create schema library;
comment on schema library is 'What several items may show: pictures, and cases that they share.';

-- SHA-256 in 64 hexadecimal digits; the encoding of the database is always UTF-8, so it never changes.
create function library.digest(whole text) returns text language sql immutable strict
  return encode(sha256(convert_to(whole, 'UTF8')), 'hex');

create table library.asset (
  id uuid constraint an_asset_has_one_identity primary key,
  study_id uuid not null constraint an_asset_belongs_to_a_study references study.study,
  name text not null constraint an_asset_has_a_name check (btrim(name) <> ''),
  alt jsonb not null constraint an_asset_is_described_in_words check (jsonb_typeof(alt) = 'object' and alt <> '{}'),
  licence text not null constraint an_asset_has_a_licence check (btrim(licence) <> ''),
  source text not null constraint an_asset_has_a_source check (btrim(source) <> ''),
  version int not null default 1,
  added_by text not null,
  added_at timestamptz not null
);
create index asset_by_study on library.asset (study_id, added_at);
comment on table library.asset is 'A picture that items and stimuli may show.';
comment on column library.asset.id is 'Identity, made by the client.';
comment on column library.asset.study_id is 'Of which study.';
comment on column library.asset.name is 'Name under which people look for it.';
comment on column library.asset.alt is 'What it shows, in words, by language.';
comment on column library.asset.licence is 'Under which terms it may be used.';
comment on column library.asset.source is 'Where it comes from.';
comment on column library.asset.version is 'Grows with each change of its description.';
comment on column library.asset.added_by is 'Name of who added it.';
comment on column library.asset.added_at is 'When.';

create table library.asset_file (
  asset_id uuid constraint an_asset_has_one_file primary key constraint a_file_belongs_to_an_asset references library.asset,
  type text not null constraint an_asset_is_png_or_jpeg check (type in ('image/png', 'image/jpeg')),
  width int not null constraint a_picture_has_a_width check (width > 0),
  height int not null constraint a_picture_has_a_height check (height > 0),
  hash text not null constraint an_asset_hash_has_64_digits check (hash ~ '^[0-9a-f]{64}$'),
  content bytea not null constraint a_picture_has_bytes check (length(content) > 0)
);
comment on table library.asset_file is 'The picture of an asset, drawn anew from what was sent: nothing hides in it.';
comment on column library.asset_file.asset_id is 'Of which asset.';
comment on column library.asset_file.type is 'Media type.';
comment on column library.asset_file.width is 'Pixels across.';
comment on column library.asset_file.height is 'Pixels down.';
comment on column library.asset_file.hash is 'SHA-256 of the content.';
comment on column library.asset_file.content is 'The picture.';
create function library.refuse_change_of_a_file() returns trigger language plpgsql as
$$ begin raise exception 'a picture never changes' using errcode = '23514', constraint = 'a_picture_never_changes'; end $$;
create trigger a_picture_never_changes before update or delete on library.asset_file
  for each row execute function library.refuse_change_of_a_file();

create table library.stimulus (
  id uuid constraint a_stimulus_has_one_identity primary key,
  study_id uuid not null constraint a_stimulus_belongs_to_a_study references study.study,
  created_at timestamptz not null
);
create index stimulus_by_study on library.stimulus (study_id, created_at);
comment on table library.stimulus is 'A case that several items ask about.';
comment on column library.stimulus.id is 'Identity, made by the client.';
comment on column library.stimulus.study_id is 'Of which study.';
comment on column library.stimulus.created_at is 'When it was begun.';

create table library.stimulus_version (
  id uuid constraint a_stimulus_version_has_one_identity primary key,
  stimulus_id uuid not null constraint a_version_belongs_to_a_stimulus references library.stimulus,
  number int not null,
  revision int not null default 1,
  title jsonb not null constraint a_stimulus_has_a_title check (jsonb_typeof(title) = 'object' and title <> '{}'),
  text jsonb not null constraint a_stimulus_says_something check (jsonb_typeof(text) = 'object' and text <> '{}'),
  author_id uuid constraint a_stimulus_version_has_an_author references identity.person,
  author text not null,
  written_at timestamptz not null,
  locked_at timestamptz,
  hash text not null generated always as (library.digest(title::text || ' ' || text::text)) stored,
  constraint a_stimulus_version_is_numbered_once unique (stimulus_id, number)
);
create unique index a_stimulus_has_one_open_version on library.stimulus_version (stimulus_id) where locked_at is null;
comment on table library.stimulus_version is 'A wording of a stimulus; locked before items on it are reviewed.';
comment on column library.stimulus_version.id is 'Identity.';
comment on column library.stimulus_version.stimulus_id is 'Of which stimulus.';
comment on column library.stimulus_version.number is 'From 1.';
comment on column library.stimulus_version.revision is 'Grows with each change while open.';
comment on column library.stimulus_version.title is 'Title by language.';
comment on column library.stimulus_version.text is 'Formatted text by language.';
comment on column library.stimulus_version.author_id is 'Who wrote it last; empty for the program.';
comment on column library.stimulus_version.author is 'Name of that author.';
comment on column library.stimulus_version.written_at is 'When.';
comment on column library.stimulus_version.locked_at is 'When it was locked; empty while it may change.';
comment on column library.stimulus_version.hash is 'SHA-256 of title and text, kept by the database.';
create function library.refuse_change_of_a_locked_stimulus() returns trigger language plpgsql as
$$ begin raise exception 'the stimulus is locked' using errcode = '23514', constraint = 'a_locked_stimulus_never_changes'; end $$;
create trigger a_locked_stimulus_never_changes before update or delete on library.stimulus_version
  for each row when (old.locked_at is not null) execute function library.refuse_change_of_a_locked_stimulus();
