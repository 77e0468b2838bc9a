-- Nor has this been read: the event `enrichment.locked` in the customer's history says who locked a field.
alter table enrichment_locks drop column locked_by;
