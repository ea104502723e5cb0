-- Addresses that take no mail, by a keyed hash: what is not to be written to need not be kept.
-- customer_ids: whose the address is, as far as is known.
create table mail_suppressions (
  id            uuid        primary key,
  address_hash  bytea       not null unique check (octet_length(address_hash) = 32),
  customer_ids  text[]      not null,
  code          text        not null,
  suppressed_at timestamptz not null
);

-- Whose an address is that a mail service names.
create index contacts_email on contacts (lower(email)) where email is not null;
