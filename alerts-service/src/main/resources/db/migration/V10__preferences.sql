-- What a subscriber wants to hear of an area, and how often. Topics: null is every topic, also those that come later.
alter table subscription
    add column frequency      text not null default 'at-once' check (frequency in ('at-once', 'daily', 'weekly')),
    add column topics         text[] check (cardinality(topics) > 0),
    add column least_severity text not null default 'minor'
        check (least_severity in ('minor', 'moderate', 'severe', 'extreme'));

-- What was chosen on the form, until the owner of the address confirms.
alter table sign_up
    add column frequency      text not null default 'at-once' check (frequency in ('at-once', 'daily', 'weekly')),
    add column topics         text[] check (cardinality(topics) > 0),
    add column least_severity text not null default 'minor'
        check (least_severity in ('minor', 'moderate', 'severe', 'extreme'));

-- By what an article is followed. Those published before are followed by nothing in particular.
alter table article
    add column topics text[] not null default array['other-news'];

insert into consent_wording (id, purpose, wording, in_use_from)
values ('areas-2', 'areas',
        'I agree to get emails from my police force about the areas I follow. I can stop at any time with one click.',
        '2026-11-26T00:00:00Z');
