-- Nothing has read it: when a field was locked, and by whom, the history tells.
alter table enrichment_locks drop column locked_at;
