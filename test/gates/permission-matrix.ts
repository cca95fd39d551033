/*
Who may use which route: the whole of it, first drawn from the program as it stood and held against it since by permissions.test.ts. It
cannot say that the first drawing was right, only that nothing changes unseen: a new route fails until it has its row here; a changed role fails until its cells are changed here, in sight of a reviewer.
*/
const roles = (names: string): readonly string[] => names.split(/\s+/)

const SITE_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV GOVERNOR SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI
  MINES_POLICE COOP NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY
  FEC AUDITOR_TPA ICGLR_SEC DOWNSTREAM ADMINISTRATOR OBSERVER`,
)
/** Cleared for exact positions. */
const POSITION_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE SCHEME_OPERATOR PARTNER_TEAM
  AUDITOR_TPA ICGLR_SEC`,
)
const REGISTRARS = roles('MINES_NAT MINES_PROV CAMI')
const TEAM_MEMBERS = roles('MINES_NAT MINES_PROV SAEMAPE_AGENT MINES_POLICE PARTNER_TEAM CIVIL_SOCIETY')
const REPORT_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV GOVERNOR CEEC_VERIFIER CEEC_VALIDATOR CAMI SCHEME_OPERATOR
  PARTNER_TEAM CIVIL_SOCIETY FEC AUDITOR_TPA ICGLR_SEC DOWNSTREAM ADMINISTRATOR OBSERVER`,
)
const CUSTODY_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE COOP
  NEGOCIANT PROCESSOR EXPORTER CONCESSION_HOLDER SCHEME_OPERATOR AUDITOR_TPA ICGLR_SEC OBSERVER`,
)
const TRADERS = roles('NEGOCIANT PROCESSOR EXPORTER')
const HOLDERS = roles('COOP NEGOCIANT PROCESSOR EXPORTER')
const CUSTODY_GUARDS = roles('SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR MINES_POLICE SCHEME_OPERATOR')
const CERTIFICATE_READERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV GOVERNOR CEEC_VERIFIER CEEC_VALIDATOR PROCESSOR EXPORTER
  PARTNER_TEAM CIVIL_SOCIETY FEC AUDITOR_TPA ICGLR_SEC DOWNSTREAM OBSERVER`,
)
/** Everybody who records something at a site, of a lot or of a certificate. */
const FILE_SENDERS = roles(
  `MINES_NAT MINISTER MINES_PROV MINISTER_PROV SAEMAPE_AGENT CEEC_VERIFIER CEEC_VALIDATOR CAMI MINES_POLICE COOP
  NEGOCIANT PROCESSOR EXPORTER SCHEME_OPERATOR PARTNER_TEAM CIVIL_SOCIETY`,
)

export const MATRIX: { readonly [route: string]: 'anyone' | 'signed-in' | readonly string[] } = {
  'GET /api/about': 'anyone',
  'GET /api/accounts': roles('ADMINISTRATOR'),
  'GET /api/accounts/:account': roles('ADMINISTRATOR'),
  'GET /api/certificates': CERTIFICATE_READERS,
  'GET /api/certificates/:number': CERTIFICATE_READERS,
  'GET /api/corrective-actions': SITE_READERS,
  'GET /api/devices': 'signed-in',
  'GET /api/dossiers': CERTIFICATE_READERS,
  'GET /api/dossiers/:dossier': CERTIFICATE_READERS,
  'GET /api/imports/ipis/spellings': roles('MINES_NAT ADMINISTRATOR'),
  'GET /api/inspections': SITE_READERS,
  'GET /api/inspections/:inspection': SITE_READERS,
  'GET /api/lots': CUSTODY_READERS,
  'GET /api/lots/:lot': CUSTODY_READERS,
  'GET /api/lots/:lot/trace': CUSTODY_READERS,
  'GET /api/me': 'signed-in',
  'GET /api/missions': SITE_READERS,
  'GET /api/missions/:mission': SITE_READERS,
  'GET /api/openapi.json': 'anyone',
  'GET /api/order-drafts': roles('MINES_NAT MINISTER'),
  'GET /api/order-drafts/:draft': roles('MINES_NAT MINISTER'),
  'GET /api/orders': SITE_READERS,
  'GET /api/orders/:order': SITE_READERS,
  'GET /api/orders/:order/scan': SITE_READERS,
  'GET /api/organisations': 'signed-in',
  'GET /api/places/areas': 'signed-in',
  'GET /api/places/at': 'signed-in',
  'GET /api/places/boundaries': 'signed-in',
  'GET /api/reports/validity': REPORT_READERS,
  'GET /api/reports/validity/:figure': REPORT_READERS,
  'GET /api/revocation-list': 'anyone',
  'GET /api/roles': 'signed-in',
  'GET /api/sites': SITE_READERS,
  'GET /api/sites/:site': SITE_READERS,
  'GET /api/sites/:site/documents/:sha256': POSITION_READERS,
  'GET /api/sites/:site/register': SITE_READERS,
  'GET /api/sites/:site/near': SITE_READERS,
  'GET /api/sites/:site/standing': SITE_READERS,
  'GET /api/sites/likely': SITE_READERS,
  'GET /api/sites/place-disagreements': SITE_READERS,
  'GET /api/sites/layers': SITE_READERS,
  'GET /api/sites/map': SITE_READERS,
  'GET /api/status/attention': SITE_READERS,
  'GET /api/status/rulebooks': 'anyone',
  'GET /api/tag-batches': CUSTODY_READERS,
  'GET /api/tag-batches/:batch': CUSTODY_READERS,
  'GET /api/trust-list': 'anyone',
  'GET /certificate/:number': 'anyone',
  'GET /certificate/:number/print': CERTIFICATE_READERS,
  'GET /dossier/:dossier/print': CERTIFICATE_READERS,
  'GET /site/:site': 'anyone',
  'POST /api/accounts': roles('ADMINISTRATOR'),
  'POST /api/accounts/:account/closures': roles('ADMINISTRATOR'),
  'POST /api/accounts/:account/grants': roles('ADMINISTRATOR'),
  'POST /api/accounts/:account/territories': roles('ADMINISTRATOR'),
  'POST /api/accounts/:account/withdrawals': roles('ADMINISTRATOR'),
  'POST /api/bags': roles('SAEMAPE_AGENT'),
  'POST /api/certificates/:number/revocation': roles('CEEC_VALIDATOR'),
  'POST /api/devices': 'anyone',
  'POST /api/devices/:device/revocations': 'signed-in',
  'POST /api/dossiers': roles('EXPORTER'),
  'POST /api/dossiers/:dossier/facts': roles('EXPORTER'),
  'POST /api/dossiers/:dossier/refusal': roles('CEEC_VALIDATOR'),
  'POST /api/dossiers/:dossier/revisions': roles('EXPORTER'),
  'POST /api/dossiers/:dossier/validation': roles('CEEC_VALIDATOR'),
  'POST /api/dossiers/:dossier/verification': roles('CEEC_VERIFIER'),
  'POST /api/enrolments': roles('MINES_NAT MINES_PROV SCHEME_OPERATOR ADMINISTRATOR'),
  'POST /api/imports/ipis/spellings/:spelling/corrections': roles('MINES_NAT ADMINISTRATOR'),
  'POST /api/files': FILE_SENDERS,
  'POST /api/inspections': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/acceptance': roles('MINES_NAT'),
  'POST /api/inspections/:inspection/abandonment': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/action-completions': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/action-withdrawals': roles('MINES_NAT'),
  'POST /api/inspections/:inspection/actions': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/answers': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/dissents': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/findings': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/return': roles('MINES_NAT'),
  'POST /api/inspections/:inspection/signatures': TEAM_MEMBERS,
  'POST /api/inspections/:inspection/submission': TEAM_MEMBERS,
  'POST /api/lots': TRADERS,
  'POST /api/lots/:lot/assays': roles('NEGOCIANT PROCESSOR EXPORTER CEEC_VERIFIER CEEC_VALIDATOR'),
  'POST /api/lots/:lot/corrections': roles('SAEMAPE_AGENT'),
  'POST /api/lots/:lot/quarantine': CUSTODY_GUARDS,
  'POST /api/lots/:lot/receipts': HOLDERS,
  'POST /api/lots/:lot/releases': CUSTODY_GUARDS,
  'POST /api/lots/:lot/transfers': HOLDERS,
  'POST /api/lots/:lot/voidings': CUSTODY_GUARDS,
  'POST /api/missions': roles('MINES_NAT'),
  'POST /api/missions/:mission/change': roles('MINES_NAT'),
  'POST /api/missions/:mission/cancel': roles('MINES_NAT'),
  'POST /api/missions/:mission/close': roles('MINES_NAT'),
  'POST /api/missions/:mission/start': roles('MINES_NAT'),
  'POST /api/order-drafts': roles('MINES_NAT MINISTER'),
  'POST /api/order-drafts/:draft/discards': roles('MINES_NAT MINISTER'),
  'POST /api/orders': roles('MINISTER'),
  'POST /api/orders/:order/annulment': roles('MINISTER'),
  'POST /api/orders/:order/publication': roles('MINISTER'),
  'POST /api/organisations': roles('ADMINISTRATOR'),
  'POST /api/organisations/:organisation/amendments': roles('ADMINISTRATOR'),
  'POST /api/places/boundaries': roles('ADMINISTRATOR'),
  'POST /api/sign-out-everywhere': 'signed-in',
  'POST /api/sites': REGISTRARS,
  'POST /api/sites/:site/blue-applications': roles('EXPORTER'),
  'POST /api/sites/:site/blue-objections': roles('MINES_NAT MINES_PROV MINISTER_PROV CIVIL_SOCIETY'),
  'POST /api/sites/:site/blue-receipts': roles('MINES_NAT MINES_PROV MINISTER_PROV'),
  'POST /api/sites/:site/documents': REGISTRARS,
  'POST /api/sites/:site/ended-entries': REGISTRARS,
  'POST /api/sites/:site/entries': REGISTRARS,
  'POST /api/sites/:site/merge': REGISTRARS,
  'POST /api/sites/:site/parent': REGISTRARS,
  'POST /api/sites/:site/read-icglr-id': REGISTRARS,
  'POST /api/sites/:site/settled-place': REGISTRARS,
  'POST /api/sites/:site/unmerge': REGISTRARS,
  'POST /api/sites/:site/withdrawn-documents': REGISTRARS,
  'POST /api/sites/:site/corrections': REGISTRARS,
  'POST /api/sites/:site/holds': roles('MINES_NAT MINISTER_PROV SCHEME_OPERATOR'),
  'POST /api/sites/:site/icglr-id': REGISTRARS,
  'POST /api/sites/:site/lifted-holds': roles('MINES_NAT MINISTER_PROV SCHEME_OPERATOR'),
  'POST /api/sites/:site/reported-qualifications': REGISTRARS,
  'POST /api/sites/:site/reported-traceability': REGISTRARS,
  'POST /api/sites/:site/visits': TEAM_MEMBERS,
  'POST /api/sites/:site/voided-facts': REGISTRARS,
  'POST /api/tag-batches': roles('SAEMAPE_AGENT SCHEME_OPERATOR'),
  'POST /api/tag-batches/:batch/allocations': roles('SAEMAPE_AGENT SCHEME_OPERATOR'),
  'POST /api/tag-batches/:batch/declarations': roles('SAEMAPE_AGENT SCHEME_OPERATOR'),
}
