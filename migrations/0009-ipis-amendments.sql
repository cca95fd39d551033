-- IPIS open data: a corrected spelling amends the visits that are already in.

-- What the visit's spellings meant when it was recorded, by the spelling's id: {"<id>": "Ta"}, null where nobody knew.
-- Null as a whole: in doubt, the next import compares with the log itself.
alter table ipis_ledger add column mapping jsonb;
