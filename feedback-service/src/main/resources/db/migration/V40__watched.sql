-- What is looked at every half minute, so that somebody is called: few rows each.
create index case_urgent on "case" (asked_at) where urgent and state in ('received', 'reopened');
create index council_report_given_up on council_report (settled_at) where state = 'given-up';
