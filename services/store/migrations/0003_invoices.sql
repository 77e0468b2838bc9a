-- Invoices with their lines, and payments. Amounts are integers in minor units of the invoice's currency.

create table invoices (
  team_id uuid not null references teams (id) on delete cascade,
  id uuid not null default gen_random_uuid(),
  -- Null once its customer was deleted by force; the buyer as printed stays.
  customer_id uuid,
  external_id text,
  invoice_number text not null,
  -- What was decided; unpaid, overdue and paid follow from payments and the calendar.
  state text not null check (state in ('draft', 'scheduled', 'issued', 'canceled', 'refunded')),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  exponent smallint not null check (exponent between 0 and 4),
  issue_date date not null,
  due_date date not null,
  subtotal_minor bigint not null,
  discount_minor bigint not null default 0,
  tax_minor bigint not null default 0,
  total_minor bigint not null check (total_minor >= 0),
  paid_minor bigint not null default 0 check (paid_minor >= 0),
  paid_at timestamptz,
  note text,
  payment_url text,
  -- Name and address of both as they stood at issue
  seller jsonb not null,
  buyer jsonb not null,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (team_id, id),
  unique (team_id, invoice_number),
  foreign key (team_id, customer_id) references customers (team_id, id)
);

create unique index invoices_external_id on invoices (team_id, external_id) where external_id is not null;
create index invoices_created_at on invoices (team_id, created_at, id);
create index invoices_customer on invoices (team_id, customer_id, issue_date, id);
create index invoices_due_date on invoices (team_id, due_date, id);

create table invoice_lines (
  team_id uuid not null,
  invoice_id uuid not null,
  position int not null,
  name text not null,
  quantity numeric not null,
  price_minor bigint not null,
  tax_rate numeric,
  amount_minor bigint not null,
  primary key (team_id, invoice_id, position),
  foreign key (team_id, invoice_id) references invoices (team_id, id) on delete cascade
);

create table payments (
  team_id uuid not null,
  id uuid not null default gen_random_uuid(),
  invoice_id uuid not null,
  external_id text,
  amount_minor bigint not null check (amount_minor > 0),
  paid_at timestamptz not null,
  method text,
  reference text,
  created_at timestamptz not null default now(),
  primary key (team_id, id),
  foreign key (team_id, invoice_id) references invoices (team_id, id) on delete cascade
);

create unique index payments_external_id on payments (team_id, external_id) where external_id is not null;
create index payments_invoice on payments (team_id, invoice_id, paid_at);
