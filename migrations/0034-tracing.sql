-- Tracing: which lots touched an organisation, a depot, a road. Indexes alone; what they stand on follows from the log.
create index lot_holding_by_organisation on lot_holding (tenant_id, organisation_id, lot_id);
create index transfer_by_paper on transfer (tenant_id, upper(paper)) where paper is not null;
create index lot_stay_by_place on lot_stay (tenant_id, upper(place));
create index lot_stay_by_depot on lot_stay (tenant_id, depot_id);
create index transfer_leg_by_departure on transfer_leg (tenant_id, upper(from_place));
create index transfer_leg_by_arrival on transfer_leg (tenant_id, upper(to_place));
create index transfer_leg_by_route on transfer_leg (tenant_id, upper(route)) where route is not null;
create index transfer_paper_by_upper_number on transfer_paper (tenant_id, upper(number));
