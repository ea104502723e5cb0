-- What operators did. A call is written before it is carried out, its outcome after: two rows, since
-- no row is ever changed.
create table audit_log (
  position   bigint generated always as identity primary key,
  call_id    uuid        not null,
  kind       text        not null check (kind in ('call', 'outcome')),
  at         timestamptz not null,
  operator   text        not null,
  method     text        not null,
  path       text        not null,
  reason     text        not null,
  dry_run    boolean     not null,
  trace_id   text        not null,
  status     integer,
  check ((kind = 'outcome') = (status is not null)),
  unique (call_id, kind)
);
create index audit_log_by_operator on audit_log (operator, position);
create index audit_log_by_time on audit_log (at);

create function refuse_change_of_audit_log() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is only ever appended to' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_log_is_append_only
  before update or delete or truncate on audit_log
  for each statement execute function refuse_change_of_audit_log();

-- What needs a person, by condition and subject. "present" says whether the condition held when it
-- was last looked for: a resolved finding opens again only after its condition had been away.
create table findings (
  id              uuid        primary key,
  condition       text        not null,
  subject         text        not null,
  state           text        not null check (state in ('open', 'acknowledged', 'resolved')),
  present         boolean     not null,
  first_seen      timestamptz not null,
  last_seen       timestamptz not null,
  resolved_at     timestamptz,
  resolved_by     text,
  count           bigint      not null check (count > 0),
  detail          jsonb       not null,
  remedy          text        not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  unique (condition, subject),
  check ((state = 'resolved') = (resolved_at is not null)),
  check (state <> 'acknowledged' or acknowledged_by is not null)
);
create index findings_by_state on findings (state, id);
