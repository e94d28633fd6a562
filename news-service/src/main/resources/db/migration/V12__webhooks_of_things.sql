-- What alerts-service has by the same names; see platform/webhook.
alter table webhook_call rename column article_id to thing_id;
alter index webhook_call_of_article rename to webhook_call_of_thing;
