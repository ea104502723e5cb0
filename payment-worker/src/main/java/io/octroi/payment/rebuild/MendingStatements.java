package io.octroi.payment.rebuild;

/** The statements that mend live rows by what a comparison found. */
final class MendingStatements {
  static final String LOCK_REFERENCES =
      """
      select r.provider
        from payment_references r
        join (select provider, reference from payment_references where payment_id = ?
              union
              select provider, reference from SHADOW.payment_references where payment_id = ?) as w
          on w.provider = r.provider and w.reference = r.reference
       order by r.provider, r.reference
         for update of r
      """;

  static final String MERGED = "select id from payments where id = ? and merged_into is not null";

  static final String REMOVE_REFERENCES =
      """
      delete from payment_references r
       using SHADOW.differences d
       where d.table_name = 'payment_references' and d.live_id = ? and d.rebuilt is null
         and r.provider = d.key[1] and r.reference = d.key[2] and r.payment_id = ?
      """;

  /** A reference that was moved since is left where it is now. */
  static final String ADD_REFERENCES =
      """
      insert into payment_references as r (provider, reference, kind, payment_id)
      select d.key[1], d.key[2], d.rebuilt ->> 'kind', ?
        from SHADOW.differences d
       where d.table_name = 'payment_references' and d.shadow_id = ? and d.rebuilt is not null
      on conflict (provider, reference) do update
         set kind = excluded.kind, payment_id = excluded.payment_id
       where r.payment_id = (select (d.live ->> 'payment_id')::uuid
                               from SHADOW.differences d
                              where d.table_name = 'payment_references'
                                and d.key = array[r.provider, r.reference])
      """;

  /** What an operator decided is never removed, nor what is left of an order. */
  static final String REMOVE_FACTS =
      """
      delete from payment_facts f
       using SHADOW.differences d
       where d.table_name = 'payment_facts' and d.live_id = ? and d.rebuilt is null
         and f.payment_id = ? and f.event_id = d.key[2]
         and f.endpoint <> 'operator' and f.event_id not like 'order:%'
      """;

  static final String ADD_FACTS =
      """
      insert into payment_facts (payment_id, event_id, endpoint, at, facts)
      select ?, s.event_id, s.endpoint, s.at, s.facts
        from SHADOW.payment_facts s where s.payment_id = ?
      on conflict (payment_id, event_id) do update
         set endpoint = excluded.endpoint, at = excluded.at, facts = excluded.facts
      """;

  /**
   * Whether a payment is as the comparison saw it, and nothing speaks for it: no webhook, no order,
   * no operator, and no other payment that it stands for.
   */
  static final String INVENTED =
      """
      select not exists (select 1 from payment_facts f
                          where f.payment_id = w.id
                            and (f.endpoint = 'operator' or f.event_id like 'order:%'
                                 or exists (select 1 from ledger l
                                             where l.endpoint = f.endpoint
                                               and l.event_id = f.event_id)))
         and not exists (select 1 from payments m where m.merged_into = w.id)
         and not exists (select 1 from payments p
                          where p.id = w.id
                            and (p.merged_into is not null
                                 or not exists (
                                   select 1 from SHADOW.differences d
                                    where d.table_name = 'payments' and d.live_id = p.id
                                      and d.live = to_jsonb(p) - array['id', 'version',
                                            'merged_into', 'created_at', 'updated_at'])))
        from (values (?::uuid)) as w (id)
      """;

  static final String LOCK_OWN_REFERENCES =
      """
      select provider from payment_references where payment_id = ?
       order by provider, reference for update
      """;

  static final String IDENTITY =
      """
      update identities i
         set identity = d.rebuilt -> 'identity'
        from SHADOW.differences d
       where d.table_name = 'identities' and d.key = array[?::text, ?::text]
         and i.provider = d.key[1] and i.subject = d.key[2] and d.rebuilt is not null
         and i.identity = coalesce(d.live -> 'identity', '{}')
      """;

  static final String AGREEMENT =
      """
      insert into agreements as a (
          provider, agreement, version, status, ends_at, stated_plan, provider_customer, stated_at,
          stated_by, event_id, customer_id, plan_code)
      select s.provider, s.agreement, s.version + ?, s.status, s.ends_at, s.stated_plan,
             s.provider_customer, s.stated_at, s.stated_by, s.event_id, s.customer_id, s.plan_code
        from SHADOW.agreements s where s.provider = ? and s.agreement = ?
      on conflict (provider, agreement) do update
         set (version, status, ends_at, stated_plan, provider_customer, stated_at, stated_by,
              event_id, customer_id, plan_code)
           = (a.version + 1, excluded.status, excluded.ends_at, excluded.stated_plan,
              excluded.provider_customer, excluded.stated_at, excluded.stated_by,
              excluded.event_id, excluded.customer_id, excluded.plan_code)
       where to_jsonb(a) - array['version'] = (
               select d.live from SHADOW.differences d
                where d.table_name = 'agreements' and d.key = array[a.provider, a.agreement])
      """;

  static final String LEDGER =
      """
      update ledger l
         set outcome = d.rebuilt ->> 'outcome', reason = d.rebuilt ->> 'reason'
        from SHADOW.differences d
       where d.table_name = 'ledger' and l.endpoint = d.key[1] and l.event_id = d.key[2]
         and l.outcome = d.live ->> 'outcome' and l.reason = d.live ->> 'reason'
      """;

  private MendingStatements() {}
}
