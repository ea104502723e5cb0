// The columns of a payment that an event's object tells of; undefined where it tells of none.
export function paymentOf(object) {
  switch (object.object) {
    case 'checkout.session':
      return [
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
