-- Single-use links into a chat. told_at: a mail that holds the link has been accepted.
create table invitations (
  delivery_id     uuid        primary key references deliveries (id),
  notification_id uuid        not null references notifications (id),
  subscription_id uuid        not null,
  version         bigint      not null,
  chat_id         bigint      not null,
  link            text        not null,
  expires_at      timestamptz not null,
  created_at      timestamptz not null,
  told_at         timestamptz,
  revoked_at      timestamptz
);
create index invitations_notification on invitations (notification_id);
create index invitations_open on invitations (subscription_id, chat_id) where revoked_at is null;

-- A group that became a supergroup has a new id; the configured one stays what people write.
create table chat_migrations (
  chat_id    bigint      primary key,
  moved_to   bigint      not null,
  noticed_at timestamptz not null
);
