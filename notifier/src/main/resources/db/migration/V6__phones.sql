-- E.164, as far as whoever told it is to be believed.
alter table contacts add column phone text;
