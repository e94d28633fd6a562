-- Whether a browser or a program worked for a sign-up, which is asked of it while very many come.
alter table sign_up
    add column proven boolean not null default false;

-- How many come at present is asked with every sign-up.
create index sign_up_lately on sign_up (requested_at) where source in ('page', 'api');
