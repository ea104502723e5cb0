-- Telephone numbers in E.164.
alter table grants add column phone text;
alter table subscriptions add column phone text;
