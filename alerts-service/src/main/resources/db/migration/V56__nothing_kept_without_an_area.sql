-- Whoever stopped their last area while they got news of what they told the police kept these; the reason for them was gone.
delete from mobile
where not exists (
    select from subscription where subscription.subscriber_id = mobile.subscriber_id and subscription.ended_at is null);
delete from push_device
where not exists (
    select from subscription where subscription.subscriber_id = push_device.subscriber_id and subscription.ended_at is null);
delete from scheme_member
where not exists (
    select from subscription where subscription.subscriber_id = scheme_member.subscriber_id and subscription.ended_at is null);
update scheme
set founded_by = null
where founded_by is not null
  and not exists (
    select from subscription where subscription.subscriber_id = scheme.founded_by and subscription.ended_at is null);
