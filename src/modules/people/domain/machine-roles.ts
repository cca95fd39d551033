/* What machines of partners may, as data. A machine holds one of these and no other. */
import { EPCIS, type Grant, NEAR, ours } from './role-grants.ts'

export const MACHINES = {
  /** Machine clients of the standards. By EPCIS one reads what it sent itself; all of custody needs the role made for that. */
  integrator: [ours('integrator', ...NEAR, 'exchange.icglr-read', 'exchange.icglr-write', ...EPCIS)],
  /** A partner to whom all of custody was opened by EPCIS on purpose: a data centre of the ministry, not the program of a buyer (D). */
  'epcis-client': [ours('exchange.epcis-all', ...EPCIS)],
  /** A map program: sees sites as anybody who may read them, roughly placed. */
  'map-reader': [ours('exchange.ogc-read')],
} as const satisfies { readonly [role: string]: readonly Grant[] }
