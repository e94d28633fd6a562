-- Changes to several things that one deed made, such as somebody leaving who hosted meetings: undone together.
alter table change add column deed uuid;
create index change_by_deed on change (deed) where deed is not null;
