-- Customers who want no mails that are not about their own payments and access.
create table mail_opt_outs (
  customer_id text        primary key,
  how         text        not null check (how in ('one_click', 'operator')),
  since       timestamptz not null
);
