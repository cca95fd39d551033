/*
A lot as its own events tell it, and the facts that a decision about it needs from elsewhere: what others have drawn from it,
whether a finding of another lot holds it, the bag's site and tag, the inputs. The facts are gathered by the server in the
transaction that decides, or by a phone from its own records, which makes the phone's answer provisional.
*/
import type { OrganisationId } from '../../../people/contract.ts'
import type { Mineral, SiteId } from '../../../sites/contract.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { AssayElement, LotId, LotKind, TagBatchId } from '../../contract.ts'
import type { ReferenceSeen } from '../../contract-gold.ts'
import { bornOfGold, evolveGold, inMilligrams } from '../gold/gold-state.ts'
import type { LotEvent } from './lot-events.ts'
import type { moveKinds } from './move-events.ts'
import type { Reach, RootsInside } from './reach.ts'
import type { OnSite } from './red-stock.ts'
import { type StandingFacts, type TagRecord, isCritical } from '../plausibility/arrival-rules.ts'
import type { Leg, WeightLimits } from '../plausibility/tolerances.ts'

export interface Lot {
  readonly number: string
  readonly kind: LotKind
  readonly mineral: Mineral
  readonly holder: OrganisationId
  /** What the last scale showed. */
  readonly massGrams: number
  /** Gold alone: its mass. `massGrams` is then the rounded value. */
  readonly massMilligrams?: number
  /** Of a sachet: the number on its seal, and whether it stands open. */
  readonly serial?: string
  readonly isOpen?: boolean
  /** Grams that went into it; for a bag what the first scale showed. */
  readonly inputGrams: number
  /** The last day on which something happened to it; nothing may happen before. */
  readonly lastOn: string
  readonly sent: {
    readonly to: OrganisationId
    readonly massGrams: number
    readonly massMilligrams?: number | undefined
    readonly on: string
  } | null
  /** Its last receipt, while the sender has not answered itself; what the recipient noted of its signature does not answer for it. */
  readonly unanswered: { readonly from: OrganisationId; readonly sentGrams: number } | null
  /** Turned away by its recipient and not back yet. */
  readonly rejectedBy: OrganisationId | null
  readonly seized: { readonly authority: string; readonly paper: string } | null
  readonly depot: { readonly id: OrganisationId; readonly inGrams: number } | null
  readonly quarantined: boolean
  readonly voided: boolean
  /** Another organisation has received it: its record is no longer that of its author alone. */
  readonly changedHands?: boolean
}
/** `null` before the first event. */
export type LotState = Lot | null

export interface BagFacts {
  /** A free number for the bag: its tag's, with a mark behind it when that is taken. */
  readonly number: string
  readonly site: { readonly id: SiteId; readonly minerals: readonly Mineral[] } | null
  readonly standing: StandingFacts | null
  readonly tag: TagRecord | null
  readonly tagBatch: TagBatchId | null
  /** Lots with the same tag that are not voided. */
  readonly sameTag: readonly { readonly lot: LotId; readonly number: string }[]
  readonly insideTerritory: boolean
}
export interface InputFacts {
  readonly lot: LotId
  readonly number: string
  readonly mineral: Mineral
  readonly holder: OrganisationId
  readonly remainingGrams: number
  /** Gold alone. */
  readonly remainingMilligrams?: number
  readonly state: 'held' | 'in-transit' | 'consumed' | 'voided'
  /** Number of the lot whose quarantine or seizure holds this one: its own or one of its sources. */
  readonly heldBy: string | null
  /** True where it is a seizure; absent where nobody asked. */
  readonly heldBySeizure?: boolean
  /** Turned away and not back yet. */
  readonly rejected?: boolean
  readonly owner?: OrganisationId | null
  readonly formedOn?: string
  /** From the last assays of the lot: for a processing. */
  readonly moistureHundredths?: number | null
  readonly grade?: { readonly element: AssayElement; readonly percent: number } | null
  /** Number of the certificate that stands for it. */
  readonly certificate: string | null
  readonly lastOn: string
}
/** What the rows of other lots and other hands say of a lot. */
export interface LotFacts {
  readonly drawnGrams: number
  readonly drawnMilligrams?: number
  readonly quarantined: boolean
  readonly heldBySource: string | null
  /** True where the lot or one of its sources is seized. */
  readonly heldBySeizure?: boolean
  /** Number of the certificate that stands for the lot: its goods may not become anything else. */
  readonly certificate: string | null
  /** The accounts that recorded it and that put it in quarantine, by hand or by what they recorded; neither may release it. */
  readonly recordedBy: string | null
  readonly quarantinedBy: string | null
  /** The hit whose review decides over the lot; absent where none does. */
  readonly heldByHit?: { readonly hit: string; readonly rule: string }
  /** The file of an incident that decides over the lot. */
  readonly heldByIncident?: { readonly number: string | null }
}
export interface LotContext {
  /** The day on which the command happened; used where the sender gave no day. */
  readonly happenedOn: string
  /** The server's day: nothing can be learned of before it happened. */
  readonly today: string
  /** For whom the actor acts; `null` for somebody without organisation. */
  readonly organisation: string | null
  /** Who acts. */
  readonly account: string
  readonly reach: Reach
  readonly rootsInside: RootsInside
  readonly lot: LotFacts
  /** For a bag alone; `null` for every other command. */
  readonly bag: BagFacts | null
  /** For a sachet: the price of reference on its day; for one that is reopened, what is known of its new number. */
  readonly gold?: GoldFacts
  /** The numbers that were set for where the goods come from; absent: the defaults. */
  readonly limits?: WeightLimits | undefined
  /** For a combination: one per lot that was found. */
  readonly inputs: readonly InputFacts[]
  /** For a sending: since when trade stands still with where the goods come from or go; absent where nobody asked. */
  readonly suspended?: { readonly since: string } | null
  /** For a sending: what still lies on red sites; `null` for every other command. */
  readonly onSite: OnSite | null
  readonly numberTaken: boolean
  /** Organisations named by the command that people know. */
  readonly knownOrganisations: readonly string[]
}

export interface GoldFacts {
  readonly reference: Omit<NonNullable<Infer<typeof ReferenceSeen>>, 'paidHundredthsOfPercent'> | null
  readonly sameSerial: readonly { readonly lot: LotId }[]
  readonly newTag: TagRecord | null
}

/** The first leg ends when a trader's lot is made; from then on cleaning may take more away. */
export const legOf = (kind: LotKind): Leg => (kind === 'bag' ? 'mine-to-trader' : 'trader-to-processor')

export function evolveLot(state: LotState, event: LotEvent): LotState {
  if (event.kind === 'lot.bag-registered.v1') {
    const { number, mineral, holder, massGrams, weighedOn, producedOn, findings } = event.payload
    const lastOn = weighedOn > producedOn ? weighedOn : producedOn
    return {
      number,
      kind: 'bag',
      mineral,
      holder,
      massGrams,
      inputGrams: massGrams,
      lastOn,
      ...fresh,
      quarantined: isCritical(findings),
    }
  }
  if (event.kind === 'lot.combined.v1' || event.kind === 'lot.formed.v1') {
    const { number, kind, mineral, holder, massGrams, formedOn, inputs, findings } = event.payload
    const inputGrams = inputs.reduce((sum, input) => sum + input.drawnGrams, 0)
    const massMilligrams = event.kind === 'lot.combined.v1' ? event.payload.massMilligrams : undefined
    return {
      ...(massMilligrams === undefined ? {} : { massMilligrams }),
      number,
      kind,
      mineral,
      holder,
      massGrams,
      inputGrams,
      lastOn: formedOn,
      ...fresh,
      quarantined: isCritical(findings),
    }
  }
  if (event.kind === 'gold.sachet-sealed.v1' || event.kind === 'gold.bar-cast.v1') return { ...bornOfGold(event), ...fresh }
  if (state === null) throw new Error(`${event.kind} of a lot that does not exist`)
  return evolveExisting(state, event)
}

/** Nothing has happened to it yet between two scales. */
export const untouched = { unanswered: null, rejectedBy: null, seized: null, depot: null } as const
const fresh = { sent: null, ...untouched, voided: false }

type Births = 'lot.bag-registered.v1' | 'lot.combined.v1' | 'lot.formed.v1' | 'gold.sachet-sealed.v1' | 'gold.bar-cast.v1'
type LaterEvent = Exclude<LotEvent, { kind: Births }>
function evolveExisting(lot: Lot, event: LaterEvent): Lot {
  if (event.kind === 'gold.reopened.v1') return evolveGold(lot, event)
  switch (event.kind) {
    case 'lot.sent.v1': {
      const { to, massGrams, massMilligrams, sentOn, findings } = event.payload
      const sent = { to, massGrams, massMilligrams, on: sentOn }
      return { ...held(lot, findings), massGrams, ...inMilligrams(massMilligrams), sent, depot: null, lastOn: later(lot, sentOn) }
    }
    case 'lot.received.v1': {
      const { from, by, sentGrams, massGrams, massMilligrams, receivedOn, otherSide, findings } = event.payload
      const unanswered = otherSide === undefined ? null : { from, sentGrams }
      return {
        ...held(lot, findings),
        massGrams,
        ...inMilligrams(massMilligrams),
        holder: by,
        changedHands: true,
        sent: null,
        unanswered,
        lastOn: later(lot, receivedOn),
      }
    }
    case 'lot.quarantined.v1':
      return { ...lot, quarantined: true }
    case 'lot.released.v1':
      return { ...lot, quarantined: false }
    case 'lot.voided.v1':
      return { ...lot, voided: true }
    case 'lot.mass-corrected.v1':
      return { ...held(lot, event.payload.findings), massGrams: event.payload.massGrams, ...inMilligrams(event.payload.massMilligrams) }
    case 'lot.assayed.v1':
      return held(lot, event.payload.findings)
    default:
      return evolveMove(lot, event)
  }
}

type MoveEvent = Extract<LaterEvent, { kind: Exclude<keyof typeof moveKinds, 'lot.formed.v1'> }>
function evolveMove(lot: Lot, event: MoveEvent): Lot {
  switch (event.kind) {
    case 'lot.leg-recorded.v1':
    case 'lot.packed.v1':
      return lot
    case 'lot.receipt-answered.v1':
      return { ...held(lot, event.payload.findings), unanswered: null }
    case 'lot.rejected.v1':
      return {
        ...held(lot, event.payload.findings),
        sent: null,
        rejectedBy: event.payload.by,
        lastOn: later(lot, event.payload.rejectedOn),
      }
    case 'lot.taken-back.v1': {
      const { massGrams, massMilligrams, takenBackOn, findings } = event.payload
      return {
        ...held(lot, findings),
        massGrams,
        ...inMilligrams(massMilligrams),
        sent: null,
        rejectedBy: null,
        lastOn: later(lot, takenBackOn),
      }
    }
    case 'lot.handed-over.v1': {
      const { to, massGrams, handedOverOn, findings } = event.payload
      return { ...held(lot, findings), massGrams, holder: to, changedHands: true, depot: null, lastOn: later(lot, handedOverOn) }
    }
    case 'lot.seized.v1':
      return { ...lot, seized: { authority: event.payload.authority, paper: event.payload.paper } }
    case 'lot.seizure-lifted.v1':
      return { ...lot, seized: null }
    case 'lot.stored.v1': {
      const { depot, massGrams, storedOn, findings } = event.payload
      return { ...held(lot, findings), depot: { id: depot, inGrams: massGrams }, lastOn: later(lot, storedOn) }
    }
    case 'lot.left-depot.v1':
      return { ...held(lot, event.payload.findings), depot: null, lastOn: later(lot, event.payload.leftOn) }
  }
}

const held = (lot: Lot, findings: Parameters<typeof isCritical>[0]): Lot => ({
  ...lot,
  quarantined: lot.quarantined || isCritical(findings),
})
const later = (lot: Lot, day: string): string => (day > lot.lastOn ? day : lot.lastOn)
