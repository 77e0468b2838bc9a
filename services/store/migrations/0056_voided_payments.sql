-- A payment that was recorded by mistake is taken back: its row stays, and counts for nothing from then on.
alter table payments add column voided_at timestamptz;

-- What a bank calls a payment may be recorded anew, with another amount or towards another invoice.
drop index payments_external_id;
create unique index payments_external_id on payments (team_id, external_id, voided_at) nulls not distinct
  where external_id is not null;

-- Sums are told from the index alone.
drop index payments_customer;
create index payments_customer on payments (team_id, customer_id, paid_at, created_at)
  include (currency, amount_minor, invoice_id, voided_at);

create index payments_voided on payments (team_id, customer_id) where voided_at is not null;
