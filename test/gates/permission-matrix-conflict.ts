/* Who may do what about conflict maps. Tiers of what an answer holds are tested beside each route; here only who gets in. */
const roles = (names: string): readonly string[] => names.trim().split(/\s+/)

/** Who maps conflicts reads sites and goods like who watches over the trade. */
export const MAPPERS = 'CONFLICT_ANALYST PEACE_SECRETARIAT'
/** Tier of committees and above. */
export const CONFLICT_READERS = roles(`
  MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC
  AUDITOR_TPA ICGLR_SEC MONITORING_OFFICER COMMITTEE_SECRETARY CONFLICT_ANALYST PEACE_SECRETARIAT`)
export const CONFLICT_CLEARED = roles('MINES_NAT PARTNER_TEAM ICGLR_SEC CONFLICT_ANALYST PEACE_SECRETARIAT')
export const CONFLICT_MAPPERS = roles(MAPPERS)
export const CONFLICT_PROPOSERS = roles(`
  MINES_NAT MINES_PROV SAEMAPE_AGENT CEEC_VERIFIER MINES_POLICE SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY FEC CONFLICT_ANALYST PEACE_SECRETARIAT`)
export const CONFLICT_WARNERS = roles(`
  MINES_NAT MINES_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER SCHEME_OPERATOR
  PARTNER_TEAM CIVIL_SOCIETY FEC AUDITOR_TPA CONFLICT_ANALYST PEACE_SECRETARIAT`)
export const CONFLICT_TRIAGE = roles('MINES_NAT MINES_PROV SCHEME_OPERATOR CIVIL_SOCIETY PARTNER_TEAM CONFLICT_ANALYST PEACE_SECRETARIAT')

const WARNERS_AND_READERS = [...new Set([...CONFLICT_READERS, ...CONFLICT_WARNERS])]
const warning = 'POST /api/conflict/warnings/:warning'

/** Whoever reads lots asks for the way of one; how much it tells follows from the tier. */
const LOT_READERS = roles(`
  MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER
  SCHEME_OPERATOR AUDITOR_TPA ICGLR_SEC OBSERVER CONFLICT_ANALYST PEACE_SECRETARIAT`)

const roadRows: { readonly [route: string]: readonly string[] } = {
  'GET /api/conflict/roads': CONFLICT_READERS,
  'POST /api/conflict/roads': CONFLICT_MAPPERS,
  'POST /api/conflict/roads/:road/versions': CONFLICT_MAPPERS,
  'POST /api/conflict/roadblocks': CONFLICT_PROPOSERS,
  'POST /api/conflict/roadblocks/:roadblock/confirmations': CONFLICT_MAPPERS,
  'POST /api/conflict/roadblocks/:roadblock/sightings': CONFLICT_PROPOSERS,
  'POST /api/conflict/roadblocks/:roadblock/liftings': CONFLICT_MAPPERS,
  'POST /api/conflict/roadblock-surveys': CONFLICT_MAPPERS,
  'POST /api/conflict/roadblock-surveys/:survey/withdrawals': CONFLICT_MAPPERS,
  'GET /api/conflict/lots/:lot/route': LOT_READERS,
  'GET /api/conflict/layers': CONFLICT_READERS,
  'GET /api/conflict/checks': CONFLICT_READERS,
  'GET /api/conflict/sites/:site': CONFLICT_READERS,
}

export const conflictRows: { readonly [route: string]: 'anyone' | readonly string[] } = {
  ...roadRows,
  'GET /api/conflict/events': CONFLICT_READERS,
  'GET /api/conflict/roadmap': CONFLICT_READERS,
  'POST /api/conflict/roadmap': CONFLICT_MAPPERS,
  'POST /api/conflict/roadmap/:item/statuses': CONFLICT_MAPPERS,
  'POST /api/conflict/roadmap/:item/due-days': CONFLICT_MAPPERS,
  'POST /api/conflict/roadmap/:item/assignments': CONFLICT_MAPPERS,
  'GET /api/conflict/ddr': CONFLICT_READERS,
  'POST /api/conflict/ddr': CONFLICT_MAPPERS,
  'GET /api/conflict/dialogues': CONFLICT_READERS,
  'GET /api/conflict/dialogues/:dialogue': CONFLICT_READERS,
  'POST /api/conflict/dialogues': CONFLICT_MAPPERS,
  'POST /api/conflict/dialogues/:dialogue/checks': CONFLICT_MAPPERS,
  'GET /api/conflict/warnings': WARNERS_AND_READERS,
  'GET /api/conflict/warnings/:warning': WARNERS_AND_READERS,
  'GET /api/conflict/warning-zones': CONFLICT_READERS,
  'POST /api/conflict/warnings': CONFLICT_WARNERS,
  [`${warning}/assessments`]: CONFLICT_TRIAGE,
  [`${warning}/severities`]: CONFLICT_TRIAGE,
  [`${warning}/shares`]: CONFLICT_TRIAGE,
  [`${warning}/settlements`]: CONFLICT_TRIAGE,
  [`${warning}/acknowledgements`]: WARNERS_AND_READERS,
  [`${warning}/responses`]: WARNERS_AND_READERS,
  [`${warning}/closings`]: CONFLICT_TRIAGE,
  [`${warning}/incidents`]: CONFLICT_TRIAGE,
  'GET /conflict/workshops/:workshop/versions/:version/report': CONFLICT_CLEARED,
  'GET /conflict/workshops/:workshop/versions/:version/map': CONFLICT_CLEARED,
  'GET /api/conflict/workshops/:workshop/versions/:version/comparison': CONFLICT_CLEARED,
  'GET /api/conflict/workshops': CONFLICT_CLEARED,
  'POST /api/conflict/workshops': CONFLICT_MAPPERS,
  'GET /api/conflict/workshops/:workshop': CONFLICT_CLEARED,
  'GET /api/conflict/workshops/:workshop/versions/:version': CONFLICT_CLEARED,
  'POST /api/conflict/workshops/:workshop/seats': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/hall-openings': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/hall-closings': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/telephone-releases': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/code-renewals': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/steps': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/entries': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/entry-withdrawals': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/stances': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/cards': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/card-withdrawals': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/votes': CONFLICT_MAPPERS,
  'POST /api/conflict/workshops/:workshop/freezings': CONFLICT_MAPPERS,
  'GET /api/conflict/trees': CONFLICT_READERS,
  'GET /api/conflict/trees/:tree': CONFLICT_READERS,
  'GET /api/conflict/trees/:tree/export.svg': CONFLICT_READERS,
  'GET /api/conflict/trees/:tree/export.mermaid': CONFLICT_READERS,
  'GET /api/conflict/trees/:tree/export.json': CONFLICT_READERS,
  'GET /api/conflict/trees/:tree/export.xlsx': CONFLICT_READERS,
  'POST /api/conflict/trees': CONFLICT_MAPPERS,
  'POST /api/conflict/trees/:tree/edits': CONFLICT_MAPPERS,
  'POST /api/conflict/trees/:tree/freezes': CONFLICT_MAPPERS,
  'POST /api/conflict/trees/:tree/rounds': CONFLICT_MAPPERS,
  'GET /api/conflict/actors': CONFLICT_READERS,
  'GET /api/conflict/actors/:actor': CONFLICT_CLEARED,
  'GET /api/conflict/actor-grid': CONFLICT_CLEARED,
  'GET /api/conflict/actor-desk': CONFLICT_MAPPERS,
  'POST /api/conflict/actor-desk/leavings': CONFLICT_MAPPERS,
  'POST /api/conflict/actors': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/descriptions': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/spellings': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/spelling-removals': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/mergers': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/relations': CONFLICT_MAPPERS,
  'POST /api/conflict/actors/:actor/places': CONFLICT_MAPPERS,
  'POST /api/conflict/names': CONFLICT_PROPOSERS,
  'GET /api/conflict/names/:secret': CONFLICT_MAPPERS,
  'GET /api/conflict/name-looks': ['DATA_PROTECTION_OFFICER'],
  'POST /api/conflict/names/:secret/looks': [...CONFLICT_MAPPERS, 'JUSTICE_LIAISON'],
  'POST /api/conflict/names/:secret/askings': CONFLICT_MAPPERS,
  'POST /api/conflict/names/:secret/asking-refusals': CONFLICT_MAPPERS,
  'POST /api/conflict/names/:secret/grants': CONFLICT_MAPPERS,
  'GET /api/conflict/name-requests': [...CONFLICT_MAPPERS, 'JUSTICE_LIAISON'],
  'POST /api/conflict/name-requests': ['JUSTICE_LIAISON'],
  'POST /api/conflict/name-requests/:nameRequest/declinings': CONFLICT_MAPPERS,
  'POST /api/conflict/names/:secret/boxes': CONFLICT_MAPPERS,
  'POST /api/conflict/names/:secret/forgettings': CONFLICT_MAPPERS,
  // Every office that proposes reads for a committee too; what the answer holds is cut by tier.
  'GET /api/conflict/sheets': CONFLICT_READERS,
  'GET /api/conflict/sheets/:conflictSheet': CONFLICT_READERS,
  'GET /api/conflict/sheets/:conflictSheet/diff': CONFLICT_READERS,
  'GET /api/conflict/rounds': CONFLICT_READERS,
  'GET /api/conflict/zones.csv': CONFLICT_READERS,
  'GET /api/conflict/zones.geojson': CONFLICT_READERS,
  'GET /api/public/conflict': 'anyone',
  'GET /conflict': 'anyone',
  'POST /api/conflict/sheets': CONFLICT_PROPOSERS,
  'POST /api/conflict/sheets/:conflictSheet/versions': CONFLICT_PROPOSERS,
  'POST /api/conflict/sheets/:conflictSheet/cross-checks': CONFLICT_MAPPERS,
  'POST /api/conflict/sheets/:conflictSheet/validations': ['PEACE_SECRETARIAT'],
  'POST /api/conflict/sheets/:conflictSheet/summaries': ['PEACE_SECRETARIAT'],
  'POST /api/conflict/sheets/:conflictSheet/supersessions': CONFLICT_MAPPERS,
}

/** Routes of the second door, that of a hall: whoever stands before it may ask, and the main server has none of them. */
export const HALL_DOOR: readonly string[] = ['GET /hall', 'POST /hall', 'GET /hall/:code', 'POST /hall/:code']
