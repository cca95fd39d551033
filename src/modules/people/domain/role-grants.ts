/* What the table of roles is written with: a power with its evidence, the sources by name, and powers that go together. */
import type { Evidence } from '../../../kernel/rulebook.ts'
import type { Capability } from './capabilities.ts'

export interface Grant {
  readonly evidence: Evidence
  readonly source: string
  readonly may: readonly Capability[]
}
export const grant = (evidence: Evidence, source: string, ...may: readonly Capability[]): Grant => ({ evidence, source, may })

export const TEAM = 'Cartographie des sites miniers à l’Est de la RDC, § 2.1: one expert mandated by each body'
export const BLUE = 'IPIS web map of the DRC, texts on status Blue'
export const TAGGING = 'ITSCI, tag fraud procedures, 2017'
export const KEYS = 'ITSCI, lockbox with three padlocks: SAEMAPE, cooperative, concession owner'
export const TWO = 'ICGLR Data Sharing Protocol Standards: two named functions'
export const own = 'proposal of this project; ask the ministry'
export const ours = (...may: readonly Capability[]): Grant => grant('D', own, ...may)
/** Reading sites on screens, and in a map program with one's own password. A key for a map program alone opens the second only. */
export const SITES = ['sites.read', 'exchange.ogc-read'] as const
/** Who is cleared for exact positions (D): a pit with gold and its road are worth a robbery. */
export const NEAR = [...SITES, 'sites.exact-position'] as const
/** Who watches over the trade without an interest in the goods (D). */
export const WATCH = ['custody.read', 'custody.oversee', 'operators.read', 'papers.read'] as const

/** Whose hands goods go through (D). */
export const HANDS = ['custody.read', 'custody.transfer', 'custody.seal-gold'] as const
/** Who trades: the register, its own cards, its own papers (D). */
export const TRADE = ['operators.read', 'operators.apply', 'papers.read', 'papers.draw'] as const
export const CODE = 'mining code of 2018 and its regulation, as reported'

/** Who sees the risks of all, and who keeps its own chain's (D). */
export const RISKS = ['risks.read', 'risks.oversee'] as const
export const OWN_CHAIN = ['operators.exporters', 'operators.owners', 'operators.appeal', 'risks.read', 'risks.assess'] as const

/** Who answers for telephones in the field (D): sees those not heard of, hands in the work of a broken or removed one. */
export const FIELD = ['field.oversee', 'field.rescue'] as const

/** Incidents (D): who tells, who reads, who handles. A body that is named never does, whatever its role: the domain sees to it. */
export const TELL = ['incidents.report', 'conflict.warn'] as const
export const HEAR = ['incidents.read', 'conflict.read'] as const
/** And conflict by site and actor, and events from files that may not be passed on: the ministry, the analysts of partners, the ICGLR (D). */
export const HEAR_ALL = ['conflict.read-exact'] as const
export const HANDLE = [...TELL, ...HEAR, 'incidents.handle', 'conflict.propose', 'conflict.triage'] as const

/** Who goes to the pit tells of incidents, hears of them, and sends signals about persons that only the helping team can read (D). */
export const VISIT = [...TELL, ...HEAR, 'cases.signal', 'conflict.propose'] as const

/** Documents of EPCIS, in and out (D): machines of partners, and those whose buyers ask for it. */
export const EPCIS = ['exchange.epcis-capture', 'exchange.epcis-query'] as const
