package io.octroi.subscription.subscription;

/** The statements of {@link Grants}. */
final class GrantSql {
  /**
   * Takes a payment in if it is newer than what is known. Days and family stay as they were granted
   * while the plan is the same, and also where the new plan is not configured: in doubt the member
   * stays.
   */
  static final String UPSERT =
      """
      insert into grants
        (payment_id, version, customer_id, provider, reference, plan_code, family, days,
         unknown_plan, status, amount, currency, paid_at, email, language, telegram_user_id,
         phone, counted, held, traceparent, updated_at)
      select n.payment_id, n.version, n.customer_id, n.provider, n.reference, n.plan_code, n.family,
             n.days, n.days is null, n.status, n.amount, n.currency, n.paid_at, n.email, n.language,
             n.telegram_user_id, n.phone, n.counted, n.held, n.traceparent, n.at
        from (select unnest(?::uuid[]) as payment_id, unnest(?::bigint[]) as version,
                     unnest(?::text[]) as customer_id, unnest(?::text[]) as provider,
                     unnest(?::text[]) as reference, unnest(?::text[]) as plan_code,
                     unnest(?::text[]) as family, unnest(?::int[]) as days,
                     unnest(?::text[]) as status, unnest(?::bigint[]) as amount,
                     unnest(?::text[]) as currency, unnest(?::timestamptz[]) as paid_at,
                     unnest(?::text[]) as email, unnest(?::text[]) as language,
                     unnest(?::bigint[]) as telegram_user_id, unnest(?::text[]) as phone,
                     unnest(?::boolean[]) as counted, unnest(?::text[]) as held,
                     unnest(?::text[]) as traceparent, unnest(?::timestamptz[]) as at)
          as n
       order by n.payment_id
      on conflict (payment_id) do update
         set version = excluded.version,
             prior_customer_id = grants.customer_id,
             prior_family = grants.family,
             customer_id = excluded.customer_id,
             provider = excluded.provider,
             reference = excluded.reference,
             plan_code = excluded.plan_code,
             family = case when excluded.plan_code = grants.plan_code
                           then coalesce(grants.family, excluded.family)
                           else coalesce(excluded.family, grants.family) end,
             days = case when excluded.plan_code = grants.plan_code
                         then coalesce(grants.days, excluded.days)
                         else coalesce(excluded.days, grants.days) end,
             unknown_plan = excluded.unknown_plan,
             status = excluded.status,
             amount = excluded.amount,
             currency = excluded.currency,
             paid_at = excluded.paid_at,
             email = excluded.email,
             language = excluded.language,
             telegram_user_id = excluded.telegram_user_id,
             phone = excluded.phone,
             counted = excluded.counted,
             held = excluded.held,
             traceparent = excluded.traceparent,
             updated_at = excluded.updated_at
       where grants.version < excluded.version
      returning payment_id, customer_id, family, prior_customer_id, prior_family
      """;

  static final String MERGE =
      """
      insert into grants
        (payment_id, version, customer_id, provider, reference, plan_code, unknown_plan, status,
         counted, merged_into, merge_version, updated_at)
      select n.payment_id, -1, n.customer_id, '', '', '', false, 'pending', false, n.into_id,
             n.version, n.at
        from unnest(?::uuid[], ?::bigint[], ?::text[], ?::uuid[], ?::timestamptz[])
          as n (payment_id, version, customer_id, into_id, at)
       order by n.payment_id
      on conflict (payment_id) do update
         set merged_into = excluded.merged_into,
             merge_version = excluded.merge_version,
             updated_at = excluded.updated_at
       where grants.merge_version is null or grants.merge_version < excluded.merge_version
      returning payment_id, customer_id, family, null as prior_customer_id, null as prior_family
      """;

  /** Whom the payments belong to that have been merged into one of these. */
  static final String REPLACED_BY =
      """
      select merged_into as payment_id, customer_id, family, null as prior_customer_id,
             null as prior_family
        from grants where merged_into = any(?::uuid[]) and family is not null
      """;

  /**
   * A merged payment grants its period until the payment that stands for it is heard of and has an
   * outcome, so that nobody is put out between the two. That payment inherits the announcement,
   * over any number of merges.
   */
  static final String LOAD =
      """
      select g.payment_id, g.customer_id, g.provider, g.reference, g.family, g.plan_code, g.days,
             g.amount, g.currency, g.paid_at, g.email, g.language, g.telegram_user_id,
             g.phone, g.held,
             g.counted and not exists (
               select 1 from grants b
                where b.payment_id = g.merged_into
                  and (b.status <> 'pending' or b.merged_into is not null)) as counts,
             exists (select 1 from announcements a where a.payment_id = g.payment_id)
             or exists (
               with recursive merged (payment_id) as (
                 select m.payment_id from grants m where m.merged_into = g.payment_id
                 union
                 select m.payment_id
                   from grants m join merged on m.merged_into = merged.payment_id)
               select 1 from merged join announcements using (payment_id)) as announced
        from grants g
       where (g.customer_id, g.family) in (select * from unnest(?::text[], ?::text[]))
      """;

  /** Gives a plan that is now configured to payments that came before it was. */
  static final String ADOPT =
      """
      update grants g
         set family = n.family, days = n.days, unknown_plan = false, updated_at = n.at,
             prior_customer_id = g.customer_id, prior_family = g.family
        from (select p.payment_id, k.family, k.days, k.at
                from unnest(?::text[], ?::text[], ?::int[], ?::timestamptz[])
                  as k (code, family, days, at)
                join lateral (
                  select payment_id from grants
                   where unknown_plan and plan_code = k.code
                   order by payment_id limit ? for update skip locked) p on true) n
       where g.payment_id = n.payment_id
      returning g.payment_id, g.customer_id, g.family, g.prior_customer_id, g.prior_family
      """;

  private GrantSql() {}
}
