-- When somebody signed or disagreed by the clock of their telephone, beside when the register learned of it. Filled from the log; null until the read tables
-- are next made again.
alter table inspection_signature add column happened_at timestamptz;
alter table inspection_dissent add column happened_at timestamptz;
