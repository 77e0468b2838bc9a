-- A cancelled run leaves its customer as it was: where enrichment stood with it before the run.

alter table enrichment_runs add column status_before text;

update enrichment_runs r set status_before = 'completed'
from customers c
where c.team_id = r.team_id and c.id = r.customer_id and c.enriched_at is not null and r.status in ('queued', 'running');
