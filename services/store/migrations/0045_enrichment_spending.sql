-- What each claim of a run may spend on models and directories, and then what it has spent: the caps of a day are
-- counted here, so that runs at the same moment know of each other, and what nobody has told of counts as spent.

create table enrichment_spending (
  team_id uuid not null,
  run_id uuid not null,
  generation int not null,
  -- Neither the run's nor the customer's end gives the team its money back.
  customer_id uuid,
  tokens bigint not null,
  cost_usd float8 not null,
  -- False while it is the most that the claim may spend.
  is_settled boolean not null default false,
  at timestamptz not null default clock_timestamp(),
  primary key (team_id, run_id, generation),
  foreign key (team_id, customer_id) references customers (team_id, id) on delete set null (customer_id)
);

create index enrichment_spending_days on enrichment_spending (team_id, at);
create index enrichment_spending_customers on enrichment_spending (team_id, customer_id);

insert into enrichment_spending (team_id, run_id, generation, customer_id, tokens, cost_usd, is_settled)
select team_id, id, generation, customer_id,
  (receipt->>'inputTokens')::bigint + (receipt->>'outputTokens')::bigint, (receipt->>'costUsd')::float8, true
from enrichment_runs
where receipt is not null and started_at >= date_trunc('day', now(), 'UTC');
