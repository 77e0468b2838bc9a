-- A repeated command is answered with the bytes of the first time: jsonb would sort the names.
alter table idempotency_keys
  alter column reply type json using reply::json,
  alter column reply_headers type json using reply_headers::json;

-- Sums stay within what every reader holds exactly. What was there before is left alone.
alter table customer_totals add constraint customer_totals_bounded check (
  greatest(abs(total_minor), paid_minor, outstanding_minor, credit_minor) <= 9000000000000000
) not valid;
