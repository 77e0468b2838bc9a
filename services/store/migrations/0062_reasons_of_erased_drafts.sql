-- Why somebody changed an invoice that was never issued goes with its customer (`emptyEntries`). Until now it stayed; of
-- those who were erased before, it goes here. What was recorded as canceled may have been issued elsewhere, and a draft
-- that was passed on is somebody else's: their reasons stay.
with drafts as (
  select distinct h.team_id, (h.data->>'invoiceId')::uuid as id
  from erasures e
    join history h on h.team_id = e.team_id and h.customer_id = e.customer_id and h.data ? 'invoiceId'
    left join invoices i on i.team_id = h.team_id and i.id = (h.data->>'invoiceId')::uuid
  where h.changes #>> '{state,after}' in ('draft', 'scheduled')
    and (i.id is null or (i.state = 'canceled' and i.issued_at is null and i.customer_id is null))
    and not exists (
      select 1 from history o
      where o.team_id = h.team_id and o.data ? 'invoiceId'
        and (o.data->>'invoiceId')::uuid = (h.data->>'invoiceId')::uuid
        and o.changes #>> '{state,after}' = 'issued'
    )
)
update history h set data = h.data - 'reason'
from drafts d
where h.team_id = d.team_id and h.data ? 'invoiceId' and (h.data->>'invoiceId')::uuid = d.id and h.data ? 'reason';
