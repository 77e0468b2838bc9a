-- One history for everything: what happened to an invoice is read from the events that name it.

-- Entries below zero are from before there was a feed: they have no position, and no sequence of a customer.
-- What was before and what is after each of those changes is not known.
with missing as (
  select h.team_id, h.invoice_id, h.position, h.kind, h.fields, h.amount_minor, h.actor, h.door, h.at,
    case h.kind when 'payment' then 'payments.recorded' when 'credited' then 'invoices.credited'
      else 'invoices.recorded' end as name
  from invoice_history h
  where h.at <= (select applied_at from migrations where name = '0007_history.sql')
    -- Later ones have their event, except what no event told of.
    or (h.kind = 'changed' and h.fields <@ '{seller,buyer,customerId}')
),
told as (
  -- One recording: that it came, what it changed and the step that it made.
  select team_id, invoice_id, name, actor, door, at, min(position) as position, sum(amount_minor) as amount_minor,
    jsonb_object_agg(step.field, jsonb_build_object('before', null, 'after', step.after)) filter (
      where step.field is not null
    ) as changes
  from missing m left join lateral (
    select 'invoiceNumber' as field, to_jsonb(i.invoice_number) as after
    from invoices i where m.kind = 'recorded' and i.team_id = m.team_id and i.id = m.invoice_id
    union all
    select 'state', to_jsonb(m.kind) where m.kind in ('issued', 'canceled', 'refunded')
    union all
    select case field when 'amount' then 'totalMinor' when 'subtotal' then 'subtotalMinor'
      when 'discount' then 'discountMinor' when 'tax' then 'taxMinor' else field end, null
    from unnest(m.fields) as field
  ) as step on true
  group by team_id, invoice_id, name, actor, door, at, case when name <> 'invoices.recorded' then position end
)
insert into history (entry, team_id, id, name, occurred_at, actor, door, changes, data)
overriding system value
select row_number() over (order by t.at, t.position) - count(*) over () - 1,
  t.team_id, gen_random_uuid(), t.name, t.at, t.actor, t.door, coalesce(t.changes, '{}'),
  jsonb_strip_nulls(jsonb_build_object(
    'invoiceId', t.invoice_id, 'currency', i.currency, 'exponent', i.exponent,
    'amountMinor', case when t.name <> 'invoices.recorded' then t.amount_minor end
  ))
from told t join invoices i on i.team_id = t.team_id and i.id = t.invoice_id;

drop table invoice_history;

create index history_invoice on history (team_id, ((data->>'invoiceId')::uuid), entry) where data ? 'invoiceId';

drop index history_unnumbered;
create index history_unnumbered on history (entry) where position is null and entry > 0;
