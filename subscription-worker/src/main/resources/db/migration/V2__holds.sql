-- When the time of a payment may not be used: ISO 8601 intervals, "from/until" or "from/.." for one
-- without an end, comma between two.
alter table grants add column held text not null default '';
