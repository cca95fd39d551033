/*
How the table of who may see what (§9 of the specification of protection) is asked of this program: which account stands for a role, which real requests stand
for an object and a verb, and which cells differ on purpose, each with its reason. The table itself is read where it lies and copied nowhere.
*/
import type { KeyedPerson } from '../world/case-people.ts'
import type { Answer, Client } from '../world/client.ts'

export const COLUMNS: { readonly [column: string]: string } = {
  ...{
    'Site agent': 'inspector',
    'Case worker': 'caseworker',
    Supervisor: 'supervisor',
    'Service provider': 'clinic',
    'Shelter mgr': 'shelter',
  },
  // No role is called so: a provincial committee is led by who reads reports.
  ...{
    'Justice liaison': 'justice',
    'Committee member': 'minister',
    'M&E': 'monitor',
    'Conflict analyst': 'analyst',
    DPO: 'dpo',
    Sysadmin: 'administrator',
  },
}
export type Verb = 'C' | 'R' | 'U' | 'A' | 'X'
export interface Asking {
  readonly key: string
  readonly client: Client
  readonly case: string
  readonly shelter: string
  /** A sheet of the conflict map that the analyst proposed, and what a further one would say. */
  readonly sheet: string
  readonly sheetData: object
  /** A secret name of the conflict map, sealed to the analyst. */
  readonly secret: string
  /** The referral that was sent to the body of who asks; of everybody else that of the house. */
  readonly referral: string
  readonly step: (command: object) => Promise<Answer>
  readonly commands: {
    readonly profile: object
    readonly text: object
    readonly consent: object
    readonly draft: object
    readonly glass: object
    readonly witness: object
    readonly approve: object
  }
}
type Probe = (asking: Asking) => Promise<Answer>
export interface Thing {
  readonly verbs: { readonly [V in Verb]?: readonly Probe[] }
  /** `†`: what comes with a referral to one's own body. */
  readonly sent?: Probe
  /** `◦`: counts that name nobody. */
  readonly counted?: Probe
  /** `R locked`: what was frozen and released. */
  readonly locked?: Probe
  /** `chain status`: whether the log was tampered with. */
  readonly chain?: Probe
  /** `log`: that somebody looked. */
  readonly logged?: Probe
}
export type KeyedPeople = ReadonlyMap<string, KeyedPerson>

const get =
  (path: (asking: Asking) => string): Probe =>
  (asking) =>
    asking.client.get(path(asking))
const knock =
  (path: (asking: Asking) => string): Probe =>
  (asking) =>
    asking.client.post(path(asking), {})
const does =
  (which: keyof Asking['commands']): Probe =>
  (asking) =>
    asking.step(asking.commands[which])
const file = get(({ case: id }) => `/api/cases/${id}`)
const vault = (name: string): Probe => get(({ case: id }) => `/api/cases/${id}/texts/${name}`)
const opens = knock(() => '/api/cases')
const sent = get(({ referral }) => `/api/referrals/${referral}/package`)
const counted = get(() => '/api/case-statistics')
const logged = get(() => '/api/case-views')
const glass: Probe = does('glass')

export const THINGS: { readonly [row: string]: Thing } = {
  'Site observation (no persons)': {
    verbs: { C: [knock(() => '/api/signals')], R: [get(() => '/api/signals')] },
    counted: get(() => '/api/signal-counts'),
  },
  'Screening (own)': { verbs: { C: [opens], R: [file], U: [does('profile')] }, counted, logged },
  'Identity vault': { verbs: { R: [vault('identity')], U: [does('text')] }, sent, logged },
  'Case file': { verbs: { C: [opens], R: [file], U: [does('profile')], A: [does('approve')] }, sent, counted, logged },
  'Witness vault': { verbs: { R: [vault('witness')], U: [does('witness')] }, logged },
  'Perpetrator names': { verbs: { R: [vault('perpetrator')] }, logged },
  'Consent records': { verbs: { C: [opens], R: [file, get(() => '/api/consent-overrides')] }, sent, logged },
  Referral: { verbs: { C: [does('draft')], R: [file, sent], U: [does('draft'), answers] }, counted, logged },
  'Shelter location': {
    verbs: {
      R: [knock(({ shelter }) => `/api/shelters/${shelter}/place-openings`)],
      U: [knock(({ shelter }) => `/api/shelters/${shelter}/place-boxes`)],
    },
    logged,
  },
  'Indicators/donor report': {
    verbs: {
      C: [knock(() => '/api/statistics-releases')],
      R: [get(() => '/api/case-statistics'), get(() => '/api/cases/team/figures'), get(() => '/api/statistics-releases')],
      U: [knock(() => '/api/sharing-agreements')],
      A: [knock(() => '/api/statistics-releases/019aa5db-c580-7fff-bfff-ffffffffffff/approval')],
      X: [knock(() => '/api/statistics-releases/preview')],
    },
    locked: get(() => '/api/reports'),
  },
  // A committee is answered by territoire alone: the sheet with its site and actors is not there for it.
  'Conflict entry (site, actors)': {
    verbs: {
      C: [({ client, sheetData }) => client.post('/api/conflict/sheets', sheetData)],
      R: [get(({ sheet }) => `/api/conflict/sheets/${sheet}`)],
      U: [updatesSheet],
      A: [({ client, sheet }) => client.post(`/api/conflict/sheets/${sheet}/cross-checks`, { version: 1, compared: 'Canari' })],
    },
    counted: get(() => '/api/conflict/zones.csv'),
  },
  'Named beneficiaries of illicit trade': {
    verbs: { R: [opensName] },
    logged: get(() => '/api/conflict/name-looks'),
  },
  'Audit log': { verbs: { R: [get(({ case: id }) => `/api/cases/${id}/views`), logged] }, chain: get(() => '/api/ledger/head') },
}
function updatesSheet({ client, sheet, sheetData }: Asking): Promise<Answer> {
  return client.post(`/api/conflict/sheets/${sheet}/versions`, { ...sheetData, reason: 'Canari', after: 1 })
}
function opensName({ client, secret }: Asking): Promise<Answer> {
  return client.post(`/api/conflict/names/${secret}/looks`, {})
}
function answers(asking: Asking): Promise<Answer> {
  const { referral } = asking
  return asking.client.post(`/api/referrals/${referral}/answers`, { ask: { step: 'acknowledge', referral } })
}
export const breaksGlass: Probe = glass

/** Objects of the table that this program does not keep, with where their work would be. */
export const NOT_KEPT: { readonly [row: string]: string } = {
  'Committee minutes/actions': 'committees (§6.1) are no part of this program yet',
  'Training/campaign/MRC stats': 'training, campaigns and resource centres (§6.3–6.5) are no part of this program yet',
}

/** `row | column | what` → why it is so. What is listed and does not differ any more fails too. */
const NO_ANALYST =
  'no role is called conflict analyst; what happens at sites reaches everybody as incidents, and what was told of places by quarter and area'
const PACKAGE_SAYS = 'a receiving body reads its package while it may and no record of consent: the package is there because of one'
export const DIFFERENT: { readonly [cell: string]: string } = {
  'Case file | Site agent | C open': 'the same request as a screening that is sent in: it opens a case that its sender cannot read',
  'Case file | Case worker | A open':
    'asked of a plan that nobody wrote it is refused for that; of a plan of one’s own as second-person (case.test.ts)',
  'Conflict entry (site, actors) | DPO | log shut':
    'a sheet names no person, so no look at it is written down; each step of it is an event of the log, and looks at secret names are told (name-looks)',
  'Consent records | Justice liaison | R shut': PACKAGE_SAYS,
  'Consent records | Service provider | R shut': PACKAGE_SAYS,
  'Consent records | Shelter mgr | R shut': PACKAGE_SAYS,
  'Indicators/donor report | M&E | A shut':
    'who asks for a release never approves it: that is for who protects data (§9, no self-approval)',
  'Perpetrator names | Justice liaison | R shut':
    'names of those who harmed leave the vault for nobody outside the team; a complaint goes with what the person agreed to',
  'Perpetrator names | Supervisor | R shut':
    'a vault is read by who has its key: a supervisor joins as a reader, seen by the team, or breaks the glass',
  'Referral | Supervisor | A has no way':
    'a referral is approved by nobody: consent opens it; who supervises may send or revoke it as the worker does',
  'Witness vault | Case worker | U open':
    'refused because this case has no such vault; where there is one, who works the case may lay a sealed text into it and reads none back',
  'Screening (own) | Conflict analyst | counts shut': NO_ANALYST,
  'Site observation (no persons) | Conflict analyst | R shut': NO_ANALYST,
  'Site observation (no persons) | Case worker | C open':
    'who accompanies persons meets signals too, and writes them down where no person stands',
  'Site observation (no persons) | Committee member | counts shut':
    'a committee is told by a release that two persons let out, never by a live count',
}
