-- What no statement finds its rows by is kept without statistics: taking them was two fifths of
-- analyzing these tables (docs/performance.md).
alter table grants
  alter column version set statistics 0,
  alter column reference set statistics 0,
  alter column days set statistics 0,
  alter column amount set statistics 0,
  alter column currency set statistics 0,
  alter column email set statistics 0,
  alter column language set statistics 0,
  alter column telegram_user_id set statistics 0,
  alter column merge_version set statistics 0,
  alter column prior_customer_id set statistics 0,
  alter column prior_family set statistics 0,
  alter column held set statistics 0,
  alter column traceparent set statistics 0,
  alter column phone set statistics 0;
alter table subscriptions
  alter column version set statistics 0,
  alter column email set statistics 0,
  alter column language set statistics 0,
  alter column telegram_user_id set statistics 0,
  alter column phone set statistics 0;
