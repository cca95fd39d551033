/*
Decisions about a conflict sheet. A version is proposed, cross-checked by another person, validated by a third, then perhaps published as a summary that
names nobody and no place below the province; at last another version stands in its stead. An update is a new version that begins again, while
the former stands until the new one is validated. Whoever does not see a sheet is answered as if there were none.
*/
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import {
  type CrossCheckSheet,
  MOST_BENEFICIARIES,
  type ProposeSheet,
  type PublishSummary,
  type SheetContent,
  type SheetState,
  type SupersedeSheet,
  type UpdateSheet,
  type ValidateSheet,
} from '../../contract-sheets.ts'
import { tidied } from './content.ts'
import { namesIn } from './no-names.ts'
import type { SheetEvent } from './sheet-events.ts'

export type SheetCommand =
  | ({ readonly type: 'propose' } & Infer<typeof ProposeSheet>)
  | ({ readonly type: 'update' } & Infer<typeof UpdateSheet>)
  | ({ readonly type: 'cross-check' } & Infer<typeof CrossCheckSheet>)
  | ({ readonly type: 'validate' } & Infer<typeof ValidateSheet>)
  | ({ readonly type: 'publish' } & Infer<typeof PublishSummary>)
  | ({ readonly type: 'supersede' } & Infer<typeof SupersedeSheet>)

export interface SheetVersion {
  readonly version: number
  readonly state: SheetState
  readonly asOf: string
  readonly content: SheetContent
  readonly proposer: string
  readonly checker: string | null
}
export type SheetStanding = readonly SheetVersion[]

/** Where a site of the register lies; a provisional place lies where it is said to. */
export type KnownPlace =
  | { readonly kind: 'unknown-site' | 'unknown-area' }
  | { readonly kind: 'known'; readonly province: string; readonly territoire: string | null }
export interface SheetContext {
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** Cleared, or the proposer of one of its versions. */
  readonly sees: boolean
  /** Reads every version. Of the others only their own: what a refusal tells of any other version they may not know. */
  readonly isCleared: boolean
  readonly maps: boolean
  readonly validates: boolean
  /** Opens secret names; else the numbers of those that stand are carried over unseen. */
  readonly seesNames: boolean
  /** Every name that is sent was sealed for this sheet; of who does not open names none is read. */
  readonly namesOfSheet: boolean
  /** Of what is proposed; otherwise not looked at. */
  readonly place: KnownPlace
  readonly actorsKnown: boolean
  /** Site, territoires of its province and actors by every name: what a summary and the label of a round may not hold. */
  readonly names: readonly string[]
}
export const CORROBORATIONS_NEEDED = 2
type Decided = Outcome<readonly SheetEvent[]>
type Act = { readonly on: string; readonly by: string; readonly body: string | null }

const WAITING: readonly SheetState[] = ['proposed', 'cross-checked']
const STANDING: readonly SheetState[] = ['validated', 'published']
export const isWaiting = (state: SheetState): boolean => WAITING.includes(state)
export const isStanding = (state: SheetState): boolean => STANDING.includes(state)

function decide(state: SheetStanding, command: SheetCommand, context: SheetContext): Decided {
  const act: Act = { on: context.today, by: context.account, body: context.organisation }
  if (command.type === 'propose') return state.length > 0 ? refused('sheet-proposed-already') : propose(state, command, { context, act })
  if (state.length === 0 || !context.sees) return refused('unknown-conflict-sheet')
  if (command.type === 'update') return update(state, command, { context, act })
  const version = state.find((one) => one.version === command.version)
  if (!version) return refused('unknown-sheet-version', { version: command.version })
  return step(command, version, { state, context, act })
}

interface Sent {
  readonly context: SheetContext
  readonly act: Act
}
type Written = Extract<SheetCommand, { readonly type: 'propose' | 'update' }>
function propose(state: SheetStanding, command: Written, { context, act }: Sent): Decided {
  const { workshop, round, asOf } = command
  const content = tidied(command.content, context.seesNames ? null : (state.at(-1)?.content.beneficiaries ?? []))
  const { place, periodFrom, periodUntil } = content
  if (asOf > context.today) return refused('sheet-day-in-the-future', { on: asOf })
  if (periodFrom !== null && periodUntil !== null && periodFrom > periodUntil) return refused('days-the-wrong-way-round')
  if (place.site === null && place.provisionalName === null) return refused('sheet-without-place')
  if (context.place.kind !== 'known') return refused(context.place.kind)
  if (content.beneficiaries.length > MOST_BENEFICIARIES) return refused('too-many-beneficiaries', { most: MOST_BENEFICIARIES })
  if (!context.namesOfSheet) return refused('name-of-another-sheet')
  if (!context.actorsKnown) return refused('unknown-conflict-actor')
  if (namesIn(round, context.names).length > 0) return refused('round-names-a-place')
  const { province, territoire } = context.place
  const payload = {
    ...{ version: state.length + 1, workshop, round, asOf, reason: command.type === 'update' ? command.reason : null },
    ...{ content: { ...content, place: { ...place, province, territoire } }, ...act },
  }
  return accepted([{ kind: 'conflict-sheet.proposed.v1', payload }])
}

function update(state: SheetStanding, command: Extract<SheetCommand, { readonly type: 'update' }>, sent: Sent): Decided {
  const { context, act } = sent
  const newest = state.at(-1)
  if (!newest) return refused('unknown-conflict-sheet')
  const stands = state.findLast((one) => isStanding(one.state)) ?? null
  const fault = faultBefore({ state, newest, stands }, command, context)
  if (fault !== null) return fault
  const proposed = propose(state, command, sent)
  if (!proposed.ok || newest.state !== 'proposed') return proposed
  return accepted([replaced(newest.version, act), ...proposed.value])
}
interface Before {
  readonly state: SheetStanding
  readonly newest: SheetVersion
  readonly stands: SheetVersion | null
}
function faultBefore(
  { state, newest, stands }: Before,
  { after, asOf, content }: Extract<SheetCommand, { readonly type: 'update' }>,
  { isCleared, account, maps }: SheetContext,
) {
  const isOlder = stands !== null && asOf < stands.asOf
  const before = newest.content.place.site
  const isElsewhere = before !== null && content.place.site !== before
  // Who waits for a check gives way to the same hand or to an analyst; what was checked waits for its decision.
  const waits = newest.state === 'cross-checked' || (newest.state === 'proposed' && newest.proposer !== account && !maps)
  const isTold = (one: SheetVersion | null): boolean => one === null || isCleared || one.proposer === account
  if (!isTold(newest) || !isTold(stands)) {
    // Of what others wrote neither a number nor a day: it goes on from the own version, whatever came after, or is in other hands.
    const own = state.findLast((one) => one.proposer === account)?.version ?? 0
    return isOlder || isElsewhere || waits || after < own ? refused('sheet-with-the-analysts') : null
  }
  if (after !== newest.version) return refused('sheet-changed-meanwhile', { version: newest.version })
  if (isOlder) return refused('sheet-older-than-what-stands', { on: stands.asOf })
  if (isElsewhere) return refused('sheet-of-another-place')
  return waits ? refused('sheet-version-waits', { version: newest.version }) : null
}
const replaced = (version: number, act: Act): SheetEvent => ({
  kind: 'conflict-sheet.superseded.v1',
  payload: { version, because: 'newer', reason: null, ...act },
})

type Step = Exclude<SheetCommand, Written>
function step(command: Step, version: SheetVersion, { state, context, act }: Sent & { readonly state: SheetStanding }): Decided {
  const about = { version: version.version, ...act }
  switch (command.type) {
    case 'cross-check':
      if (version.state !== 'proposed') return refused('sheet-not-proposed', { version: version.version })
      if (version.proposer === context.account) return refused('second-person-for-cross-check')
      return accepted([{ kind: 'conflict-sheet.cross-checked.v1', payload: { compared: command.compared, ...about } }])
    case 'validate': {
      if (version.state !== 'cross-checked') return refused('sheet-not-cross-checked', { version: version.version })
      if ([version.proposer, version.checker].includes(context.account)) return refused('third-person-for-validation')
      const before = state.filter((one) => isStanding(one.state)).map((one) => replaced(one.version, act))
      return accepted([...before, { kind: 'conflict-sheet.validated.v1', payload: { note: command.note, ...about } }])
    }
    case 'publish':
      return publish(command, version, { context, act })
    case 'supersede':
      if (version.state === 'superseded') return refused('sheet-superseded-already', { version: version.version })
      if (isStanding(version.state) && !context.validates) return refused('sheet-stands-validator-needed')
      return accepted([{ kind: 'conflict-sheet.superseded.v1', payload: { because: 'withdrawn', reason: command.reason, ...about } }])
  }
}

function publish(command: Extract<SheetCommand, { readonly type: 'publish' }>, version: SheetVersion, { context, act }: Sent): Decided {
  if (version.state !== 'validated') return refused('sheet-not-validated', { version: version.version })
  if (independent(version.content) < CORROBORATIONS_NEEDED) return refused('needs-two-corroborations', { n: independent(version.content) })
  const named = namesIn(`${command.fr}\n${command.en}`, context.names)
  if (named.length > 0) return refused('summary-names-a-place-or-actor', { names: named.join(', ') })
  const { fr, en } = command
  return accepted([{ kind: 'conflict-sheet.summary-published.v1', payload: { version: version.version, fr, en, ...act } }])
}
/** Two of the same kind may repeat each other: only different kinds of source count as independent (D). */
export const independent = ({ corroborations }: Pick<SheetContent, 'corroborations'>): number =>
  new Set(corroborations.map(({ kind }) => kind.trim().toLowerCase())).size

function evolve(state: SheetStanding, event: SheetEvent): SheetStanding {
  const { version } = event.payload
  const set = (change: Partial<SheetVersion>): SheetStanding => state.map((one) => (one.version === version ? { ...one, ...change } : one))
  switch (event.kind) {
    case 'conflict-sheet.proposed.v1': {
      const { asOf, content, by } = event.payload
      return [...state, { version, state: 'proposed', asOf, content, proposer: by, checker: null }]
    }
    case 'conflict-sheet.cross-checked.v1':
      return set({ state: 'cross-checked', checker: event.payload.by })
    case 'conflict-sheet.validated.v1':
      return set({ state: 'validated' })
    case 'conflict-sheet.summary-published.v1':
      return set({ state: 'published' })
    case 'conflict-sheet.superseded.v1':
      return set({ state: 'superseded' })
  }
}

export const sheetDecider: Decider<SheetStanding, SheetCommand, SheetEvent, SheetContext> = { initial: [], decide, evolve }
