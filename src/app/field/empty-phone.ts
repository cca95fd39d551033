/*
What a workspace opened under duress answers: the ordinary screens of the same role with nothing on them. Whoever looks over a shoulder must see the
bar, the menu and the empty lists of any new telephone, with or without network. Nothing of the true part can be told from here: its keys are not here.
It refuses to speak with the server as anybody: it only looks whether the server is there, by a question that everybody may ask.
*/
import { capabilitiesInField } from '../../modules/people/domain/field-capabilities.ts'
import type { Attention, SiteList } from '../../modules/sites/domain/register/answers.ts'
import type { SiteLayers } from '../../modules/sites/domain/register/site-layers.ts'
import type { ActionList, InspectionList, MissionList } from '../../modules/sites/domain/missions/mission-answers.ts'
import type { OrderList } from '../../modules/sites/domain/orders/order-answers.ts'
import type { QueuePage, Queues } from '../../modules/sites/domain/status/queues.ts'
import type { Rules } from '../../modules/sites/domain/status/rules-answer.ts'
import type { NoticeList } from '../../modules/notices/domain/notice-words.ts'
import { ApiTrouble } from '../api.ts'
import { noteConnection } from '../connection.ts'
import type { FieldHand } from '../device.ts'
import type { About, Me } from '../who.ts'
import type { KeptAnswers } from './kept-answers.ts'
import type { Holder } from './phone.ts'
import { SyncTrouble, type Wire, isOk, isRecord } from './session-wire.ts'

/** The kept answers of a telephone that carries nothing. */
export function emptyAnswers(kept: KeptAnswers, parts: EmptyParts): KeptAnswers {
  return {
    ...kept,
    read: async (path) => {
      const told = await kept.read(path)
      if (told !== null) return told
      const data = emptyAnswer(path, parts)
      return data === null ? null : { data, answeredAt: parts.answeredAt() }
    },
  }
}
export interface EmptyParts {
  readonly holder: Pick<Holder, 'account' | 'role' | 'language'>
  readonly appVersion: string
  readonly answeredAt: () => string
}

const NO_COLOURS = { green: 0, yellow: 0, red: 0, blue: 0, none: 0 } as const
const NO_DELAY = { lines: 0, medianDays: null, p90Days: null, waiting: 0 } as const

/** Null: a telephone that carries nothing has no answer to this. */
function emptyAnswer(path: string, { holder, appVersion, answeredAt }: EmptyParts): unknown {
  const { pathname, searchParams } = new URL(path, 'https://telephone.invalid')
  const knownAt = answeredAt()
  const asOf = searchParams.get('asOf') ?? knownAt.slice(0, 10)
  const isNear = capabilitiesInField(holder.role).has('sites.exact-position')
  const shown = { positionPrecision: isNear ? 'exact' : 'coarse', asOf, knownAt } as const
  const paged = { total: 0, page: 1, pageSize: Number(searchParams.get('pageSize') ?? 50) }
  const queue = /^\/api\/status\/queues\/(\w+)$/.exec(pathname)?.[1]
  if (queue !== undefined) return { queue, asOf, ...paged, sites: [] } satisfies Omit<QueuePage, 'queue'> & { queue: string }
  switch (pathname) {
    case '/api/me':
      return emptyMe(holder)
    case '/api/about':
      return { version: appVersion, demo: false, daysAhead: 0, demoAccounts: [] } satisfies About
    case '/api/cases':
      return { cases: [], asOf: knownAt, most: 500 }
    case '/api/keys/mine':
      return { key: null, custodians: [], recoveries: [] }
    case '/api/notices':
      return emptyNotices(holder)
    case '/api/sites':
      return { ...shown, ...paged, byColour: NO_COLOURS, lapsedByColour: NO_COLOURS, sites: [] } satisfies SiteList
    case '/api/sites/layers':
      return { ...shown, ...emptyLayers() } satisfies SiteLayers
    case '/api/missions':
      return { missions: [] } satisfies MissionList
    case '/api/inspections':
      return { inspections: [] } satisfies InspectionList
    case '/api/corrective-actions':
      return { asOf, total: 0, overdue: 0, actions: [] } satisfies ActionList
    case '/api/orders':
      return { orders: [] } satisfies OrderList
    case '/api/status/queues':
      return { asOf, counts: emptyCounts, delay: NO_DELAY } satisfies Queues
    case '/api/status/attention':
      return { asOf, ...emptyAttention } satisfies Attention
    case '/api/status/rules':
      return { asOf, countries: [], books: [], choices: [], conflicts: [] } satisfies Rules
    case '/api/status/rulebooks':
      return { rulebooks: [], criteria: [] }
    case '/api/places/areas':
      return { areas: [] }
    case '/api/places/boundaries':
      return { type: 'FeatureCollection', features: [] }
    case '/api/field/devices':
    case '/api/field/parcels/waiting':
    case '/api/devices':
      return { devices: [] }
    default:
      return EMPTY_LISTS[pathname] ?? null
  }
}
const EMPTY_LISTS: { readonly [path: string]: unknown } = {
  '/api/forms': { forms: [] },
  '/api/organisations': { organisations: [] },
  '/api/keys/holders': { holders: [] },
  '/api/keys/intake': { bodies: [] },
  '/api/lots': { lots: [] },
  '/api/certificates': { certificates: [] },
  '/api/tag-batches': { batches: [] },
  '/api/number-blocks/mine': { blocks: [] },
}

const emptyMe = ({ account, role, language }: EmptyParts['holder']): Me => ({
  account,
  tenant: account,
  name: null,
  organisation: null,
  roles: [role],
  capabilities: [...capabilitiesInField(role)],
  territory: 'everywhere',
  language,
  secondFactor: false,
  secondFactorRule: 'none',
  secondFactorResetAt: null,
})
const emptyNotices = ({ language }: EmptyParts['holder']): NoticeList => ({
  notices: [],
  unseen: 0,
  preferences: { inApp: true, byMail: 'none', language },
  mail: { sends: false, reachable: false },
  lastLetter: null,
})
const emptyCounts = {
  greenWithInterference: 0,
  greenWithChildLabour: 0,
  producedWhileSuspended: 0,
  overdueYellow: 0,
  redEnded: 0,
  lapsedGreens: 0,
  blueClocks: 0,
  expiringIn30Days: 0,
  expiringIn60Days: 0,
  expiringIn90Days: 0,
  neverInspected: 0,
} as const
const emptyAttention: Omit<Attention, 'asOf'> = {
  expiringIn30Days: { count: 0, first: [] },
  greenWithInterference: { count: 0, first: [] },
  lapsedGreens: { count: 0, first: [] },
  inspectionsToReview: { count: 0, first: [] },
  inspectionsReturned: { count: 0, first: [] },
  missionsInProgress: { count: 0, first: [] },
}
const emptyLayers = (): Omit<SiteLayers, 'positionPrecision' | 'asOf' | 'knownAt'> => ({
  withoutPosition: 0,
  codes: { colours: [], bases: [], minerals: [], schemes: [], actors: [], services: [], provinces: [], territoires: [] },
  ...{ id: [], name: [], nationalId: [], longitude: [], latitude: [], province: [], territoire: [], minerals: [], colour: [], basis: [] },
  ...{ until: [], flags: [], order: [], workers: [], workersOn: [], interference: [], interferenceOn: [], services: [] },
  ...{ servicesOn: [], scheme: [], schemeOn: [], visitOn: [], armed: [] },
})

const unreached = (): ApiTrouble => new ApiTrouble({ kind: 'offline', refusal: null, faults: [], faultId: null })

/** No question and no command of the screens goes to the server: it would answer a stranger, and the screens would say so. */
export const emptyHand = (hand: FieldHand): FieldHand => ({
  ...hand,
  answer: (path) => hand.answer(path, () => Promise.reject(unreached())),
  takes: () => true,
  queue: (path, data, options) => (hand.takes(path) ? hand.queue(path, data, options) : Promise.reject(unreached())),
})

/**
 * A round that goes well where the server is there, and as without network where it is not. What was put into the outbox stays
 * there as on a link that breaks off: nothing of it is anybody's work.
 */
export const emptyWire =
  (wire: Wire, heard: (about: unknown) => void): Wire =>
  async (told, signal) => {
    const about = await wire({ method: 'GET', path: '/api/about', headers: { accept: 'application/json' }, body: null }, signal).catch(
      () => null,
    )
    if (about === null || !isOk(about)) {
      noteConnection(false)
      throw new SyncTrouble('offline')
    }
    if (isRecord(about.body)) heard(about.body)
    const { path } = told
    if (path.endsWith('/challenges')) return { status: 200, body: { nonce: 'none' } }
    if (path === '/api/device-sessions') return { status: 200, body: { token: 'none', expiresAt: '' } }
    if (path === '/api/field/check-ins') return { status: 200, body: {} }
    if (path === '/api/field/drafts' || path === '/api/field/pulls')
      return { status: 404, body: { refusal: { code: 'no-such-route', facts: {} } } }
    throw new SyncTrouble('offline')
  }
