-- A price for one piece may be finer than its currency, as 0.2871 EUR for a kilowatt-hour: still in minor units, and exact.
alter table invoice_lines alter column price_minor type numeric;
