-- Two more reasons to close a case that staff choose.
alter table "case"
    drop constraint case_closing_check,
    add constraint case_closing_check check (
        closing in ('settled', 'elsewhere', 'spoken', 'repeated', 'no-message', 'merged', 'before', 'council',
                    'nothing-more', 'withdrawn'));
