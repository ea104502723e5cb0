-- When the payment was contested: ISO 8601 intervals, "from/until" or "from/..", comma between two.
alter table payments add column disputed_times text not null default '';
