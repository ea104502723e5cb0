// The columns of a payment that an event's object tells of; nothing where it tells of none.
export function paymentOf(object) {
  switch (object.object) {
    case 'checkout.session':
      // The session of a subscription has no payment of its own.
      return object.payment_intent && [
        object.payment_intent,
        object.payment_status,
        object.amount_total,
        object.currency,
        object.customer,
      ];
    case 'payment_intent':
      return [object.id, object.status, object.amount, object.currency, object.customer];
    default:
      return undefined;
  }
}
