package io.octroi.payment;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything the database holds of a purchase, without ids of ours, versions and our own times. */
final class Fingerprint {
  private static final String PAYMENTS =
      """
      select concat_ws('|', 'payment', p.status, p.currency, p.amount, p.refunded, p.paid_at,
               p.customer_id, p.plan_code, p.email, p.language, p.telegram_user_id, p.phone, p.agreement,
               p.provider_customer, p.matched, p.published, p.currencies_differ, p.reference,
               p.endpoint, p.disputed_times,
               (select string_agg(r.kind || ' ' || r.reference, ',' order by r.reference)
                  from payment_references r where r.payment_id = p.id),
               (select string_agg(f.event_id || ' ' || f.at || ' ' || f.facts, ','
                                  order by f.event_id)
                  from payment_facts f where f.payment_id = p.id))
        from payments p
       where p.merged_into is null and p.reference like '%' || ?
       order by 1
      """;
  private static final String AGREEMENTS =
      """
      select concat_ws('|', 'agreement', agreement, status, ends_at, stated_plan,
               provider_customer, stated_at, stated_by, event_id, customer_id, plan_code)
        from agreements where agreement like '%' || ? order by 1
      """;
  private static final String IDENTITIES =
      """
      select concat_ws('|', 'identity', subject, identity)
        from identities where subject like '%' || ? order by 1
      """;
  private static final String LEDGER =
      """
      select concat_ws('|', 'ledger', event_id, outcome, reason, encode(sha256, 'hex') is not null)
        from ledger where event_id like '%' || ? order by 1
      """;

  private Fingerprint() {}

  static List<String> of(JdbcClient jdbc, StripeWebhooks purchase) {
    List<String> lines = new ArrayList<>();
    for (String query : List.of(PAYMENTS, AGREEMENTS, IDENTITIES, LEDGER)) {
      jdbc.sql(query)
          .param(purchase.name())
          .query(String.class)
          .list()
          .forEach(line -> lines.add(line.replace(purchase.name(), "NAME")));
    }
    return lines;
  }
}
