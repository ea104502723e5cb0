-- What an inquiry passed on goes over the topic: until the ledger has it, its order is not settled.
alter table inquiries add column passed_as text not null default '';

create index orders_endpoint on orders (endpoint, created_at, reference);
