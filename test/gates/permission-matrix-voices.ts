/* Rows of the grievance desk and of webhooks; see permission-matrix.ts. */
const DESKS = ['MINES_NAT', 'PARTNER_TEAM', 'CIVIL_SOCIETY', 'ICGLR_SEC'] as const
const ERASERS = ['PARTNER_TEAM', 'CIVIL_SOCIETY', 'ICGLR_SEC'] as const
const HOOKS = ['MINES_NAT', 'ADMINISTRATOR'] as const
const TYPISTS = ['MINES_PROV', 'SCHEME_OPERATOR', 'PARTNER_TEAM', 'CIVIL_SOCIETY'] as const

export const voiceRows: { readonly [route: string]: 'anyone' | readonly string[] } = {
  'GET /report': 'anyone',
  'GET /r': 'anyone',
  'POST /report': 'anyone',
  'GET /report/follow': 'anyone',
  'POST /report/follow': 'anyone',
  'POST /report/facts': 'anyone',
  'POST /api/voices/gateways/:gateway': 'anyone',
  'GET /api/voices/gateways/:gateway': 'anyone',
  'GET /api/voices/gateways/:gateway/outbox': 'anyone',
  'POST /api/voices/gateways/:gateway/sent': 'anyone',
  'GET /api/webhooks': HOOKS,
  'POST /api/webhooks': HOOKS,
  'POST /api/webhooks/:webhook/stops': HOOKS,
  'GET /api/webhooks/:webhook/deliveries': HOOKS,
  'POST /api/webhook-deliveries/:delivery/again': HOOKS,
  'POST /api/voices': TYPISTS,
  'GET /api/voices': DESKS,
  'GET /api/voices/:voice': DESKS,
  'GET /api/voices/:voice/photos/:sha256': DESKS,
  'GET /api/voices/:voice/texts/:text': DESKS,
  'GET /api/voices/:voice/sounds/:text': DESKS,
  'POST /api/voices/:voice/erasures': ERASERS,
  'POST /api/voices/:voice/answers': DESKS,
  'POST /api/voices/:voice/names': DESKS,
  'POST /api/voices/:voice/triages': DESKS,
  'POST /api/voices/:voice/incidents': DESKS,
}
