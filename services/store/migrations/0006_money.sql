-- Credit notes, the moments of an invoice's life, its history, credit of customers, and exchange rates.

alter table invoices
  -- Amounts are positive in both; the type decides the sign.
  add column type text not null default 'invoice' check (type in ('invoice', 'credit_note')),
  -- A number cannot change any more once its invoice was issued, and only issued ones are credited.
  add column credited_invoice_number text,
  -- Of an invoice: what credit notes have settled. Of a credit note: what of it has been used that way.
  add column credited_minor bigint not null default 0,
  -- Null for what never was in force: a statement of account leaves it out.
  add column issued_at timestamptz,
  add column canceled_at timestamptz,
  add column refunded_at timestamptz;

alter table invoices add check (credited_minor between 0 and total_minor);

update invoices set
  issued_at = case when state in ('issued', 'canceled', 'refunded') then created_at end,
  canceled_at = case when state = 'canceled' then updated_at end,
  refunded_at = case when state = 'refunded' then updated_at end;

-- What a row means for its customer; the same rules as in `rules/invoice_status.ts`.
alter table invoices
  add column net_minor bigint not null generated always as (
    case
      when state = 'issued' and type = 'invoice' then total_minor
      when state = 'issued' then -total_minor
      when state = 'refunded' and type = 'credit_note' then -credited_minor
      else 0
    end
  ) stored,
  add column due_minor bigint not null generated always as (
    case
      when state = 'issued' and type = 'invoice' then greatest(total_minor - paid_minor - credited_minor, 0)
      else 0
    end
  ) stored,
  add column credit_minor bigint not null generated always as (
    case
      when state = 'issued' and type = 'invoice' then greatest(paid_minor + credited_minor - total_minor, 0)
      when state = 'issued' then total_minor - credited_minor
      when state = 'canceled' and type = 'invoice' then paid_minor + credited_minor
      else 0
    end
  ) stored;

create index invoices_credit_notes on invoices (team_id, credited_invoice_number)
  where credited_invoice_number is not null;
create index invoices_scheduled on invoices (issue_date) where state = 'scheduled';

alter table customer_totals add column credit_minor bigint not null default 0;

insert into customer_totals as t
  (team_id, customer_id, currency, exponent, invoice_count, total_minor, paid_minor, outstanding_minor, credit_minor)
select team_id, customer_id, currency, max(exponent), 0, 0, 0, 0, sum(credit_minor)
from invoices
where customer_id is not null and credit_minor > 0
group by team_id, customer_id, currency
on conflict (team_id, customer_id, currency) do update set credit_minor = excluded.credit_minor;

-- Written in the transaction of the change that it tells of.
create table invoice_history (
  team_id uuid not null,
  invoice_id uuid not null,
  position bigint generated always as identity,
  kind text not null check (
    kind in ('recorded', 'changed', 'issued', 'payment', 'credited', 'canceled', 'refunded')
  ),
  -- What was changed; empty for all other kinds
  fields text[] not null default '{}',
  -- Of a payment, a credit or a refund; negative when a credit was taken back
  amount_minor bigint,
  actor text not null,
  door text not null,
  at timestamptz not null default now(),
  primary key (team_id, invoice_id, position),
  foreign key (team_id, invoice_id) references invoices (team_id, id) on delete cascade
);

insert into invoice_history (team_id, invoice_id, kind, amount_minor, actor, door, at)
select team_id, invoice_id, kind, amount_minor, 'unknown', 'unknown', at
from (
  select team_id, id as invoice_id, 1 as rank, 'recorded' as kind, null::bigint as amount_minor, created_at as at
  from invoices
  union all
  select team_id, id, 2, 'issued', null, issued_at from invoices where issued_at is not null
  union all
  select team_id, invoice_id, 3, 'payment', amount_minor, created_at from payments
  union all
  select team_id, id, 4, 'canceled', null, canceled_at from invoices where canceled_at is not null
  union all
  select team_id, id, 4, 'refunded', paid_minor, refunded_at from invoices where refunded_at is not null
) as past
order by at, rank;

-- One unit of `base` costs `rate` units of `quote`.
create table exchange_rates (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  base text not null check (base ~ '^[A-Z]{3}$'),
  quote text not null check (quote ~ '^[A-Z]{3}$' and quote <> base),
  date date not null,
  -- As it was recorded, with every digit
  rate numeric not null check (rate > 0),
  source text,
  recorded_at timestamptz not null default now(),
  primary key (team_id, base, quote, date)
);

create unique index exchange_rates_list on exchange_rates (team_id, date, id);
