-- A customer with ten thousand invoices sees the portal as fast as one with fifty: sums and counts are kept or lie side
-- by side in an index, each way to sort has one, and payments know whose they are.

alter table customer_totals
  -- In force, credit notes too
  add column issued_count int not null default 0,
  -- Ever sent: what is issued, canceled or refunded
  add column shown_count int not null default 0;

insert into customer_totals as t (
  team_id, customer_id, currency, exponent, invoice_count, total_minor, paid_minor, outstanding_minor, issued_count,
  shown_count
)
select team_id, customer_id, currency, max(exponent), 0, 0, 0, 0, count(*) filter (where state = 'issued'), count(*)
from invoices
where customer_id is not null and state in ('issued', 'canceled', 'refunded')
group by team_id, customer_id, currency
on conflict (team_id, customer_id, currency) do update set
  issued_count = excluded.issued_count, shown_count = excluded.shown_count;

-- What is open, by age, from the index alone.
drop index invoices_open;
create index invoices_open on invoices (team_id, customer_id, due_date) include (currency, due_minor)
  where due_minor > 0;

-- Both as their invoice has them, which is frozen once it can be paid.
alter table payments
  -- Null once the customer is gone
  add column customer_id uuid,
  add column currency text;

update payments p set customer_id = i.customer_id, currency = i.currency
from invoices i where i.team_id = p.team_id and i.id = p.invoice_id;

alter table payments alter column currency set not null;
create index payments_customer on payments (team_id, customer_id, paid_at, created_at)
  include (currency, amount_minor, invoice_id);
create index invoices_refunded on invoices (team_id, customer_id) where state = 'refunded';

create index invoices_customer_due on invoices (team_id, customer_id, due_date, id);
create index invoices_customer_amount
  on invoices (team_id, customer_id, (total_minor / power(10::numeric, exponent)), id);

-- What a search looks through stands in the row: the lines of thousands would have to be looked up one by one.
alter table invoices add column line_names text not null default '';

update invoices i set line_names = coalesce((
  select string_agg(l.name, E'\n' order by l.position) from invoice_lines l
  where l.team_id = i.team_id and l.invoice_id = i.id
), '');

alter table invoices add column search_text text not null generated always as (
  search_form(
    invoice_number || E'\n' || coalesce(buyer->>'name', '') || E'\n' ||
    (total_minor / power(10::numeric, exponent))::text || E'\n' || line_names
  )
) stored;
