-- What no statement finds its rows by is kept without statistics: taking them was two fifths of
-- analyzing these tables (docs/performance.md).
alter table contacts
  alter column version set statistics 0,
  alter column told_at set statistics 0,
  alter column language set statistics 0,
  alter column phone set statistics 0;
alter table deliveries
  alter column address set statistics 0,
  alter column lease_token set statistics 0,
  alter column counted_failures set statistics 0,
  alter column provider_id set statistics 0;
alter table notifications
  alter column version set statistics 0,
  alter column plan_code set statistics 0,
  alter column amount_minor set statistics 0,
  alter column refunded_minor set statistics 0,
  alter column currency set statistics 0,
  alter column reversed set statistics 0,
  alter column occurred_at set statistics 0,
  alter column traceparent set statistics 0;
alter table payment_states
  alter column version set statistics 0,
  alter column plan_code set statistics 0,
  alter column amount_minor set statistics 0,
  alter column refunded_minor set statistics 0,
  alter column currency set statistics 0,
  alter column disputes set statistics 0;
