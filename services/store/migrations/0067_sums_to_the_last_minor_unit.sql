-- Up to 2 ** 52 a number in major units says every minor unit; above it, not all of them. What was there before is left
-- alone.
alter table customer_totals drop constraint customer_totals_bounded;
alter table customer_totals add constraint customer_totals_bounded check (
  greatest(abs(total_minor), paid_minor, outstanding_minor, credit_minor) <= 4500000000000000
) not valid;
