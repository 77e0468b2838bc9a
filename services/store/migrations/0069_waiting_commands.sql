-- Published commands that wait for what they refer to, or for a failure to pass: what was published later about the same
-- thing waits behind them. Only for as long as they wait; what they are about stands here as prints, not as texts.
create table waiting_commands (
  team_id uuid not null,
  -- In the stream of published commands
  sequence bigint not null,
  things text[] not null,
  -- When it is tried again
  due_at timestamptz not null,
  primary key (team_id, sequence)
);
