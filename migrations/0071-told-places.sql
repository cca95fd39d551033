-- What was told of places for a quarter: written once by the round, ninety days after the quarter ended, and never changed, so that no case that is opened, closed or
-- forgotten afterwards moves a number. The true counts behind it lie sealed under the server's secret for one reader, the guard between releases.
create table told_places (
  tenant_id text not null,
  quarter text not null check (quarter ~ '^[0-9]{4}-Q[1-4]$'),
  lines jsonb not null,
  sealed_counts bytea not null,
  told_on date not null,
  primary key (tenant_id, quarter)
);
alter table told_places enable row level security;
alter table told_places force row level security;
create policy told_places_of_tenant on told_places to chanzo_app using (true);
grant select, insert on told_places to chanzo_app;
