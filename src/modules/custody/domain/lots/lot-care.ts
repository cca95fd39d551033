/*
What is done to a lot without moving it: quarantine and release, a correction of its mass, the voiding of a mistaken record, an
assay. Nothing is edited: each is an event with a reason, and the value before stays readable. What was drawn from a lot by
others cannot be taken back from under them. All of it is limited to lots within the actor's reach, and a release needs somebody
who neither recorded the lot nor held it: otherwise one person could let pass what the rules stopped.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Infer } from '../../../../kernel/schema.ts'
import type { CorrectMass, QuarantineLot, ReleaseLot, VoidLot } from '../../contract.ts'
import type { ReportAssay } from '../../contract-lots.ts'
import type { LotEvent } from './lot-events.ts'
import { changeOf, goldCorrection, scaleOf } from '../gold/gold-scale.ts'
import type { LotContext, LotState } from './lot-state.ts'
import { combinationFinding, correctionFinding } from '../plausibility/mass-balance.ts'
import { bagMassFinding, fromTheFuture, gradeFinding, said } from '../plausibility/arrival-rules.ts'
import { beyondReach } from './reach.ts'

export type CareCommand =
  | ({ readonly type: 'quarantine-lot' } & Infer<typeof QuarantineLot>)
  | ({ readonly type: 'release-lot' } & Infer<typeof ReleaseLot>)
  /** A withdrawal is the author's own way back while the bag is where it was weighed. */
  | ({ readonly type: 'void-lot'; readonly isWithdrawal?: true } & Infer<typeof VoidLot>)
  | ({ readonly type: 'correct-mass' } & Infer<typeof CorrectMass>)
  | ({ readonly type: 'record-assay' } & Infer<typeof ReportAssay>)
type Decided = Outcome<readonly LotEvent[]>
type Of<Type extends CareCommand['type']> = Extract<CareCommand, { type: Type }>

/** Refusals: `unknown-lot`, those of reach, `lot-voided`, `already-quarantined`. One bag from the territory is enough to stop a lot. */
export function decideQuarantine(lot: LotState, { reason }: Of<'quarantine-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const beyond = beyondReach(lot, context, 'one-root')
  if (beyond) return { ok: false, refusal: beyond }
  if (lot.voided) return refused('lot-voided', { number: lot.number })
  if (lot.quarantined || context.lot.quarantined) return refused('already-quarantined', { number: lot.number })
  return accepted([{ kind: 'lot.quarantined.v1', payload: { reason } }])
}

/** Refusals: `unknown-lot`, those of reach, `not-in-quarantine`, `held-by-source` when only a lot that it came from is in
 * quarantine, `second-person-needed` for those who recorded the lot or held it, `held-by-hit` while a review is to end first,
 * `held-by-incident` while a file that stopped it is open, or for a party to it; `held-by-kept-incident` where that file is not public. */
export function decideRelease(lot: LotState, { reason }: Of<'release-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const beyond = beyondReach(lot, context, 'every-root')
  if (beyond) return { ok: false, refusal: beyond }
  const { number } = lot
  const { quarantined, heldBySource: source, recordedBy, quarantinedBy } = context.lot
  if (!lot.quarantined && !quarantined)
    return source === null ? refused('not-in-quarantine', { number }) : refused('held-by-source', { number, source })
  if (context.account === recordedBy || context.account === quarantinedBy) return refused('second-person-needed', { number })
  const { heldByHit, heldByIncident } = context.lot
  if (heldByHit) return refused('held-by-hit', { number, hit: heldByHit.hit, rule: heldByHit.rule })
  if (heldByIncident?.number === null) return refused('held-by-kept-incident', { number })
  if (heldByIncident) return refused('held-by-incident', { number, incident: heldByIncident.number })
  return accepted([{ kind: 'lot.released.v1', payload: { reason } }])
}

/** The record was a mistake; what it drew goes back. What is seized stays until the paper that seized it is lifted. Refusals: `unknown-lot`,
 * those of reach, `lot-voided`, `lot-seized`, `lot-in-transit`, `bag-changed-hands` for a withdrawal, `lot-is-certified`, `already-drawn-from`,
 * `second-person-needed` for a held lot: voiding frees what went into it, as a release would. */
export function decideVoid(lot: LotState, { reason, isWithdrawal }: Of<'void-lot'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const beyond = beyondReach(lot, context, 'every-root')
  if (beyond) return { ok: false, refusal: beyond }
  const { number } = lot
  if (lot.voided) return refused('lot-voided', { number })
  if (lot.seized) return refused('lot-seized', { number, source: number })
  if (lot.sent) return refused('lot-in-transit', { number })
  if (isWithdrawal && lot.changedHands) return refused('bag-changed-hands', { number })
  if (context.lot.certificate !== null) return refused('lot-is-certified', { number, certificate: context.lot.certificate })
  if (context.lot.drawnGrams > 0 || (context.lot.drawnMilligrams ?? 0) > 0)
    return refused('already-drawn-from', { number, drawnGrams: context.lot.drawnGrams })
  const { recordedBy, quarantinedBy, quarantined } = context.lot
  const isOwn = context.account === recordedBy || context.account === quarantinedBy
  if (isOwn && !(isWithdrawal && lot.kind === 'bag') && (lot.quarantined || quarantined)) return refused('second-person-needed', { number })
  return accepted([{ kind: 'lot.voided.v1', payload: { reason } }])
}

/** Refusals: `unknown-lot`, those of reach, `lot-voided`, `lot-in-transit`, `lot-is-certified`, `gold-in-milligrams`, `less-than-drawn`.
 * The new mass is compared with the one before as between two scales. Beyond the tolerance of rule P09 the lot is held until a second
 * person has looked: the release is that person's word. */
export function decideCorrection(lot: LotState, { reason, ...command }: Of<'correct-mass'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const beyond = beyondReach(lot, context, 'every-root')
  if (beyond) return { ok: false, refusal: beyond }
  const { number } = lot
  const { drawnGrams, certificate } = context.lot
  if (lot.voided) return refused('lot-voided', { number })
  if (lot.sent) return refused('lot-in-transit', { number })
  if (certificate !== null) return refused('lot-is-certified', { number, certificate })
  const seen = scaleOf(lot, command)
  if (!seen.ok) return seen
  const { massGrams, massMilligrams } = seen.value
  if (massGrams < drawnGrams || (massMilligrams ?? 0) < (context.lot.drawnMilligrams ?? 0))
    return refused('less-than-drawn', { number, massGrams, drawnGrams })
  const findings = said(
    massMilligrams !== undefined
      ? null
      : lot.kind === 'bag'
        ? bagMassFinding(lot.mineral, massGrams)
        : combinationFinding(lot.inputGrams, massGrams, context.limits?.excess),
    ownSlip(lot, context) ? null : changeOf({ ...lot, limits: context.limits }, lot, seen.value),
    massMilligrams === undefined ? correctionFinding(lot.massGrams, massGrams) : goldCorrection(lot.massMilligrams ?? 0, massMilligrams),
  )
  const before = { beforeGrams: lot.massGrams, ...(lot.massMilligrams === undefined ? {} : { beforeMilligrams: lot.massMilligrams }) }
  return accepted([{ kind: 'lot.mass-corrected.v1', payload: { ...before, ...seen.value, reason, findings: [...findings] } }])
}

/** Who typed the first weight of a bag puts that weight right: there was no second scale to compare with. P09 still holds what it must. */
const ownSlip = (lot: NonNullable<LotState>, { account, lot: { recordedBy } }: LotContext): boolean =>
  lot.kind === 'bag' && recordedBy === account && lot.massGrams === lot.inputGrams

/** An observation of a laboratory, kept whatever it says. Refusals: `unknown-lot`, those of reach: who trades brings papers of own lots only. */
export function decideAssay(lot: LotState, command: Of<'record-assay'>, context: LotContext): Decided {
  if (!lot) return refused('unknown-lot')
  const beyond = beyondReach(lot, context, 'one-root')
  if (beyond) return { ok: false, refusal: beyond }
  const { type: _, assayedOn = context.happenedOn, ...seen } = command
  const findings = said(
    gradeFinding(seen.element, seen.value, seen.unit),
    ...(seen.others ?? []).map((one) => gradeFinding(one.element, one.value, one.unit)),
    fromTheFuture('assayed-in-the-future', assayedOn, context.today),
  )
  return accepted([{ kind: 'lot.assayed.v1', payload: { ...seen, assayedOn, findings: [...findings] } }])
}
