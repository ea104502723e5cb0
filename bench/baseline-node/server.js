// Verify, remember the event once, write the payment, answer: one transaction a webhook.
import Fastify from 'fastify';
import pg from 'pg';
import Stripe from 'stripe';
import { paymentOf } from './payment.js';

// Named statements are prepared once a connection.
const INSERT_EVENT = {
  name: 'insert-event',
  text: `insert into webhook_event (id, type, payload) values ($1, $2, $3)
         on conflict do nothing`,
};
const UPSERT_PAYMENT = {
  name: 'upsert-payment',
  text: `insert into payment (id, status, amount, currency, customer) values ($1, $2, $3, $4, $5)
         on conflict (id) do update set status = excluded.status, amount = excluded.amount,
           currency = excluded.currency, customer = excluded.customer, updated_at = now()`,
};

export async function listen({ HOST, PORT, DATABASE_URL, POOL_SIZE, STRIPE_WEBHOOK_SECRET }) {
  const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL_SIZE) });
  const server = Fastify({ logger: false });

  // The signature is over the bytes.
  server.removeContentTypeParser('application/json');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) =>
    done(null, body),
  );

  server.post('/webhooks/stripe', async (request, reply) => {
    let event;
    try {
      event = Stripe.webhooks.constructEvent(
        request.body,
        request.headers['stripe-signature'],
        STRIPE_WEBHOOK_SECRET,
      );
    } catch {
      return reply.code(400).send();
    }
    await record(pool, event, request.body.toString());
    return reply.code(200).send();
  });

  await server.listen({ host: HOST, port: Number(PORT) });
}

async function record(pool, event, payload) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const inserted = await client.query({ ...INSERT_EVENT, values: [event.id, event.type, payload] });
    const payment = paymentOf(event.data.object);
    if (inserted.rowCount === 1 && payment) {
      await client.query({ ...UPSERT_PAYMENT, values: payment });
    }
    await client.query('commit');
    client.release();
  } catch (error) {
    // Destroyed, not given back: its transaction ends with it.
    client.release(true);
    throw error;
  }
}
