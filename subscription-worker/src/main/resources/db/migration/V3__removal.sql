-- Up to when everything is known of an endpoint.
create table watermarks (
  endpoint        text        primary key,
  provider        text        not null,
  -- What was last heard, and when.
  complete_until  timestamptz not null,
  heard_at        timestamptz not null,
  -- What counts: everything of payments that was on its way when it was heard has been taken in.
  effective_until timestamptz,
  constraint watermarks_effective check (effective_until <= complete_until)
);

-- A member whose time is over and who may not be put out yet stays until grace_until and then on.
alter table subscriptions
  add column grace_until  timestamptz,
  add column grace_reason text,
  add constraint subscriptions_grace check (
    (grace_until is null) = (grace_reason is null)
    and (grace_until is null or status = 'active'));

drop index subscriptions_due_to_end;
create index subscriptions_due_to_end on subscriptions (ends_at, subscription_id) include (family)
  where status = 'active';
create index subscriptions_due_for_grace
  on subscriptions ((greatest(ends_at, grace_until)), subscription_id)
  where status = 'active';
create index subscriptions_in_grace on subscriptions (ends_at) include (family, grace_reason)
  where status = 'active' and grace_until is not null;

-- Approved by two people: so many members may be put out whatever stands in the way.
create table removal_releases (
  release_id   uuid        primary key,
  -- Empty for all families.
  family       text,
  max_count    integer     not null,
  -- Nobody is put out by it later.
  valid_until  timestamptz not null,
  reason       text        not null,
  requested_by text        not null,
  -- Only members whose time was over by then.
  requested_at timestamptz not null,
  approved_by  text,
  approved_at  timestamptz,
  used         integer     not null default 0,
  constraint removal_releases_bound check (max_count > 0 and used between 0 and max_count),
  constraint removal_releases_approval check ((approved_by is null) = (approved_at is null)),
  constraint removal_releases_two_people check (approved_by <> requested_by),
  constraint removal_releases_use check (used = 0 or approved_by is not null)
);
create index removal_releases_by_time on removal_releases (requested_at);

-- Whom the clock put out, and by which release, if it took one.
create table removals (
  removal_id      bigint      generated always as identity primary key,
  subscription_id uuid        not null references subscriptions,
  ends_at         timestamptz not null,
  removed_at      timestamptz not null,
  release_id      uuid        references removal_releases
);
create index removals_by_time on removals (removed_at) where release_id is null;

-- Families for which operators said whether their members may be put out.
create table removal_arming (
  family     text        primary key,
  armed      boolean     not null,
  reason     text        not null,
  changed_by text        not null,
  changed_at timestamptz not null
);
