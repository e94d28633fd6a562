-- What directory-service has told us of its areas and teams: projections, rebuilt by a snapshot at any time.
-- Nothing refers to them by foreign key, so that they may arrive late, twice, in any order, or be emptied.
create table area (
    code    text primary key,
    version bigint not null,
    kind    text not null check (kind in ('force', 'district', 'neighbourhood')),
    name    text not null,
    -- the code without the force: the part that stands in a page's address
    path    text not null generated always as (
                case when position('/' in code) = 0 then '' else substring(code from position('/' in code) + 1) end) stored
);
create index area_by_path on area (path);

create table team (
    area_code    text primary key,
    version      bigint not null,
    name         text not null,
    label        text not null,
    lead_rank    text,
    lead_name    text,
    contact_rank text,
    contact_name text
);

-- What a concern can be about. Rows, so that a force changes its list without a release; a theme no longer offered is
-- retired, because concerns that name it stay.
create table theme (
    code     text primary key check (code ~ '^[a-z0-9-]{1,40}$'),
    name     text not null,
    hint     text not null default '',
    position integer not null,
    retired  boolean not null default false
);

insert into theme (position, code, name, hint) values
    (10, 'anti-social-behaviour', 'Anti-social behaviour', 'Noise, intimidation, vandalism, nuisance'),
    (20, 'street-drinking', 'Street drinking', ''),
    (30, 'drug-dealing', 'Drug dealing or drug use', ''),
    (40, 'shoplifting', 'Shoplifting', ''),
    (50, 'burglary', 'Burglary', ''),
    (60, 'vehicle-crime', 'Vehicle crime', 'Theft of or from cars, vans and bicycles'),
    (70, 'speeding', 'Speeding and dangerous driving', ''),
    (80, 'off-road-bikes', 'Off-road bikes', ''),
    (90, 'e-scooters', 'E-scooters and e-bikes', ''),
    (100, 'women-and-girls', 'Safety of women and girls', 'Places or times where women and girls do not feel safe'),
    (110, 'rural-crime', 'Rural crime', 'On farms, in villages and in the countryside'),
    (120, 'fly-tipping', 'Fly-tipping', 'Where it keeps happening. Ask the council to clear it'),
    (130, 'something-else', 'Something else', '');

-- What a resident told us, as typed. Rows carry nothing that says who the resident is.
create table concern (
    id             bigint generated always as identity primary key,
    reference      text not null unique check (reference ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
    area_code      text not null,
    text           text not null check (char_length(text) between 1 and 2000),
    place          text not null default '' check (char_length(place) <= 200),
    times          text not null default '' check (char_length(times) <= 200),
    effect         text not null check (effect in ('a-lot', 'some', 'a-little', 'noticed')),
    state          text not null default 'new' check (state in ('new', 'noted')),
    -- why it is kept out of the working list although nobody has read it; null for nearly all
    set_aside      text check (set_aside in ('honeypot', 'too-fast')),
    -- one row per submission, however often it is sent: see ADR 0080
    submission_key bytea not null unique,
    content_digest bytea not null,
    received_at    timestamptz not null
);
create index concern_by_area on concern (area_code, received_at desc, id desc);

create table concern_theme (
    concern_id bigint not null references concern on delete cascade,
    theme_code text not null references theme,
    primary key (concern_id, theme_code)
);
create index concern_theme_by_theme on concern_theme (theme_code);

-- What staff wrote about a concern, for staff. Only ever added to.
create table concern_note (
    id             bigint generated always as identity primary key,
    concern_id     bigint not null references concern on delete cascade,
    author_id      text not null,
    author_name    text not null,
    text           text not null check (char_length(text) between 1 and 1000),
    submission_key bytea not null unique,
    written_at     timestamptz not null
);
create index concern_note_by_concern on concern_note (concern_id, id);
