-- What no statement finds its rows by is kept without statistics: taking them was two fifths of
-- analyzing these tables (docs/performance.md).
alter table ledger
  alter column event_type set statistics 0,
  alter column ordering_key set statistics 0,
  alter column occurred_at set statistics 0,
  alter column secret_version set statistics 0,
  alter column body set statistics 0,
  alter column sha256 set statistics 0,
  alter column topic set statistics 0,
  alter column partition_no set statistics 0,
  alter column offset_no set statistics 0,
  alter column traceparent set statistics 0,
  alter column reason set statistics 0,
  alter column sealed_sha256 set statistics 0;
alter table payments
  alter column version set statistics 0,
  alter column reference set statistics 0,
  alter column reference_kind set statistics 0,
  alter column currencies_differ set statistics 0,
  alter column currency set statistics 0,
  alter column amount set statistics 0,
  alter column refunded set statistics 0,
  alter column email set statistics 0,
  alter column language set statistics 0,
  alter column telegram_user_id set statistics 0,
  alter column phone set statistics 0,
  alter column disputed_times set statistics 0;
alter table payment_facts
  alter column at set statistics 0,
  alter column facts set statistics 0;
alter table identities
  alter column identity set statistics 0;
