#!/bin/bash
# A role and a schema a worker, as each has on AWS; run once, by the image of PostgreSQL.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$POSTGRES_PASSWORD" -U postgres -d octroi <<'SQL'
revoke all on database octroi from public;
revoke all on schema public from public;
create role payment_worker login password :'password';
create role subscription_worker login password :'password';
create role notifier login password :'password';
grant connect, temporary on database octroi to payment_worker, subscription_worker, notifier;
create schema payments authorization payment_worker;
create schema payments_shadow authorization payment_worker;
create schema subscriptions authorization subscription_worker;
create schema notifier authorization notifier;
SQL
