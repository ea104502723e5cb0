-- Telephone numbers in E.164.
alter table payments add column phone text;
alter table orders add column phone text;
