-- A key is looked for whatever operation it was used on.
alter table idempotency_keys
  drop constraint idempotency_keys_pkey,
  add primary key (team_id, key, operation);
