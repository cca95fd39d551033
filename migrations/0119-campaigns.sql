-- Campaigns with every act; and persons who were counted, in rows of their own, because they alone are counted up. Estimates and impressions have no such table.

create table outreach_campaign (
  tenant_id text not null,
  id uuid not null,
  from_day date not null,
  acts jsonb not null,
  primary key (tenant_id, id)
);
create index outreach_campaign_newest on outreach_campaign (tenant_id, from_day desc, id);

create table outreach_direct_reach (
  tenant_id text not null,
  id uuid not null,
  campaign_id uuid not null,
  on_day date not null,
  channel text not null,
  province text not null,
  sex text not null,
  age text not null,
  persons integer not null,
  learned_at timestamptz not null,
  primary key (tenant_id, id, sex, age)
);
create index outreach_direct_reach_by_day on outreach_direct_reach (tenant_id, on_day);

grant select, insert, update, delete, truncate on outreach_campaign, outreach_direct_reach to chanzo_app;
