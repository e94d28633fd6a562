-- Whether a row answers a request for a snapshot; then consumers apply it also when they hold the same version.
alter table messaging.outbox add column snapshot boolean not null default false;
