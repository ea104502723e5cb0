-- A payment's story finds its inquiries by the names of the payment.
create index inquiries_reference on inquiries (reference);
