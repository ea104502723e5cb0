alter table deliveries drop constraint deliveries_action_check;
alter table deliveries add constraint deliveries_action_check check (action in (
  'email', 'email.link', 'sms', 'telegram.invitation', 'telegram.message', 'telegram.links',
  'telegram.removal', 'telegram.revocation'));

alter table deliveries drop constraint deliveries_address_check;
alter table deliveries add constraint deliveries_address_check check (address in (
  'none', 'email', 'telegram', 'phone'));

-- The delivery that did not reach the customer, where this one stands in for it.
alter table deliveries add column instead_of uuid references deliveries (id);

-- What the carriers said last of a message. Their word may come before the answer that tells us
-- whose message it is: then delivery_id is empty until that answer is recorded.
create table sms_messages (
  message_sid text        primary key,
  delivery_id uuid        references deliveries (id),
  status      text        not null,
  rank        integer     not null,
  error_code  text        not null default '',
  told_at     timestamptz not null
);
create index sms_messages_delivery on sms_messages (delivery_id) where delivery_id is not null;
create index sms_messages_unknown on sms_messages (told_at) where delivery_id is null;

-- Since when the next step at Telegram has not succeeded.
alter table telegram_memberships add column failing_since timestamptz;
create index telegram_memberships_failing on telegram_memberships (failing_since)
  where failing_since is not null;
create index telegram_memberships_banned on telegram_memberships (chat_id, telegram_user_id)
  where standing = 'banned';
