-- Consent that was given to somebody else's words, or elsewhere, comes with them when subscribers are brought in.
alter table consent_wording
    -- to whom it was given; null is the force that runs this
    add column organisation text;

alter table sign_up
    drop constraint sign_up_source_check,
    add check (source in ('page', 'api', 'manage-page', 'import'));

-- How far a file of subscribers has been brought in, by its content, so that an import that broke off goes on.
create table transfer (
    sha256      text        primary key,
    rows_done   bigint      not null,
    started_at  timestamptz not null,
    finished_at timestamptz
);
