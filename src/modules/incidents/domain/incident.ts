/*
Decisions about an incident. A report is an observation and always kept, also from a body that is named in it. Everything after it is a
decision: only somebody who may, within the territory, whose body is no party. To a party the file does not exist (`unknown-incident`), or,
where it is public, is out of its hands (`party-to-incident`). A grave one needs two persons: who verified it does not resolve it, and who
resolved it does not close it.
*/
import type { Decider } from '../../../kernel/decider.ts'
import { type Refusal, accepted, refused } from '../../../kernel/outcome.ts'
import type { IncidentState } from '../contract.ts'
import { isAbove, isOpen } from './clocks.ts'
import { isParty, viewOf } from './conflict.ts'
import type { IncidentEvent } from './incident-events.ts'
import { type ActionState, type IncidentContext, type IncidentFile, type MaybeFile, evolve } from './incident-state.ts'
import { type IncidentCommand, type Of, type Result, reopenedNumber, wrongState } from './incident-commands.ts'
import { decideLots, heldBy } from './lots.ts'
import { decideOutcome } from './outcome.ts'
import { decideDescription, decideReport } from './report.ts'
import type { IncidentRules } from './rulebook.ts'

const concernedBy = (file: IncidentFile) => ({
  ...{ ...file.place, classes: file.actors.map((one) => one.class), parties: file.parties.map((one) => one.organisation) },
})
/** Why somebody may not touch it; the body of an action's owner is asked elsewhere. */
export function outOfHands(file: IncidentFile, context: IncidentContext): Refusal | null {
  const { body, clearance, inTerritory } = context
  const view = viewOf(body, { ...concernedBy(file), confidentiality: file.confidentiality }, clearance)
  if (view === 'nothing' || !inTerritory) return { code: 'unknown-incident', facts: {} }
  return view === 'brief' ? { code: 'party-to-incident', facts: { number: file.number } } : null
}

function decide(file: MaybeFile, command: IncidentCommand, context: IncidentContext): Result {
  if (command.type === 'report')
    return file ? refused('incident-already-reported', { number: file.number }) : decideReport(command, context)
  if (!file) return refused('unknown-incident')
  if (command.type === 'escalate-by-clock') {
    if (!isOpen(file.state) || !isAbove(command.to, file.level)) return refused('not-to-that-level', { level: file.level })
    return accepted([{ kind: 'incident.escalated.v1', payload: { from: file.level, to: command.to, because: 'clock', reason: null } }])
  }
  if (command.type === 'finish-action') return finishAction(file, command, context)
  const refusal = outOfHands(file, context)
  return refusal ? { ok: false, refusal } : decideInside(file, command, context)
}

type Inside = Exclude<IncidentCommand['type'], 'report' | 'escalate-by-clock' | 'finish-action'>
function decideInside(file: IncidentFile, command: Of<Inside>, context: IncidentContext): Result {
  switch (command.type) {
    case 'describe':
      return decideDescription(file, command, context)
    case 'take-up':
      return step(file, ['reported', 'reopened'], [{ kind: 'incident.taken-up.v1', payload: { note: command.note ?? null } }])
    case 'begin-verification':
      return step(file, ['triage'], [{ kind: 'incident.verification-begun.v1', payload: { note: command.note ?? null } }])
    case 'conclude':
      return conclude(file, command, context)
    case 'agree-action':
    case 'check-action':
    case 'drop-action':
      return decideAction(file, command, context)
    case 'name-lots':
    case 'hold-lots':
    case 'free-lots':
      return decideLots(file, command, context)
    case 'escalate':
      if (!isOpen(file.state)) return wrongState(file)
      if (!isAbove(command.to, file.level)) return refused('not-to-that-level', { level: file.level })
      return accepted([
        { kind: 'incident.escalated.v1', payload: { from: file.level, to: command.to, because: 'decided', reason: command.reason } },
      ])
    case 'resolve':
    case 'close':
    case 'reopen':
      return decideEnd(file, command, context)
    case 'publish':
    case 'withdraw':
      return decideOutcome(file, command, context)
  }
}

const step = (file: IncidentFile, from: readonly IncidentState[], events: readonly IncidentEvent[]): Result =>
  from.includes(file.state) ? accepted(events) : wrongState(file)

function conclude(file: IncidentFile, command: Of<'conclude'>, context: IncidentContext): Result {
  const { as, basis, finding, verifiedOn = context.happenedOn } = command
  if (file.state !== 'under-verification') return wrongState(file)
  if (verifiedOn > context.today) return refused('incident-day-in-the-future', { day: verifiedOn })
  const payload = { basis, verifiedOn, finding }
  if (as === 'unfounded') return accepted([{ kind: 'incident.found-unfounded.v1', payload }])
  const lots = context.named.lots.filter((lot) => !file.held.includes(lot))
  return accepted<readonly IncidentEvent[]>([
    { kind: 'incident.confirmed.v1', payload },
    ...(lots.length === 0 ? [] : [heldBy(lots, 'confirmed', finding)]),
  ])
}
/** Neither done for all to see nor taken back. */
const isLeft = (action: { readonly state: ActionState } | undefined): boolean => action?.state === 'open' || action?.state === 'to-confirm'
/** Grave enough that who verified does not end it, and a word is no evidence (D). */
export const needsTwo = ({ severity }: Pick<IncidentFile, 'severity'>, rules: Pick<IncidentRules, 'twoPersonsSeverity'>): boolean =>
  severity <= rules.twoPersonsSeverity
/** Fewer characters, without a photograph, say that it was done and not what shows it (D). */
const LEAST_EVIDENCE = 40
const PLANNED: readonly IncidentState[] = ['confirmed', 'actions-agreed', 'mitigating']
function decideAction(file: IncidentFile, command: Of<'agree-action' | 'check-action' | 'drop-action'>, context: IncidentContext): Result {
  if (!PLANNED.includes(file.state)) return wrongState(file)
  if (command.type === 'drop-action') {
    if (!isLeft(file.actions.get(command.action))) return refused('no-such-open-action')
    return accepted([{ kind: 'incident.action-dropped.v1', payload: { action: command.action, reason: command.reason } }])
  }
  if (command.type === 'check-action') {
    const said = file.actions.get(command.action)
    if (said?.state !== 'to-confirm') return refused('no-such-open-action')
    // Who handles it may be of the owner's own body where that is no party any more.
    if (context.body?.id === said.owner) return refused('second-body-for-action', { number: file.number })
    return accepted([{ kind: 'incident.action-checked.v1', payload: { action: command.action, as: command.as, seen: command.seen } }])
  }
  const { action, text, owner, due, agreedIn = null } = command
  if (!context.named.knownBodies.includes(owner)) return refused('unknown-organisation', { organisation: owner })
  if (due < context.today) return refused('action-day-is-over', { due })
  return accepted([{ kind: 'incident.action-agreed.v1', payload: { action, text, owner, due, agreedIn } }])
}

/** The owner says what was done, also where it is a party and sees nothing else; or somebody who handles it. */
function finishAction(file: IncidentFile, command: Of<'finish-action'>, context: IncidentContext): Result {
  const action = file.actions.get(command.action)
  const isOwner = action !== undefined && context.body?.id === action.owner
  const refusal = isOwner
    ? null
    : (outOfHands(file, context) ?? (context.clearance.handle ? null : { code: 'unknown-incident', facts: {} }))
  if (refusal) return { ok: false, refusal }
  if (action?.state !== 'open' || !PLANNED.includes(file.state)) return refused('no-such-open-action')
  const { evidence, doneOn = context.happenedOn, photos = [] } = command
  if (doneOn > context.today) return refused('incident-day-in-the-future', { day: doneOn })
  if (needsTwo(file, context.rules) && photos.length === 0 && evidence.trim().length < LEAST_EVIDENCE)
    return refused('action-evidence-missing', { least: LEAST_EVIDENCE })
  const payload = { action: command.action, doneOn, evidence, photos: [...photos] }
  // The word of a body that is named is kept, and is not enough.
  const isNamed = isParty(context.body, concernedBy(file))
  return accepted([{ kind: 'incident.action-done.v1', payload: isNamed ? { ...payload, toConfirm: true } : payload }])
}

function decideEnd(file: IncidentFile, command: Of<'resolve' | 'close' | 'reopen'>, context: IncidentContext): Result {
  switch (command.type) {
    case 'resolve': {
      if (file.state !== 'mitigating') return wrongState(file)
      const left = [...file.actions.values()].filter(isLeft).length
      if (left > 0) return refused('actions-still-open', { number: file.number, count: left })
      if (needsTwo(file, context.rules) && context.doneBy.concluded === context.account)
        return refused('second-person-for-incident', { number: file.number })
      return accepted([{ kind: 'incident.resolved.v1', payload: { decided: command.decided, note: command.note } }])
    }
    case 'close': {
      if (file.state !== 'resolved' && file.state !== 'unfounded') return wrongState(file)
      const { concluded, resolved } = context.doneBy
      const ender = file.state === 'resolved' ? resolved : concluded
      if (needsTwo(file, context.rules) && ender === context.account) return refused('second-person-for-incident', { number: file.number })
      if (file.held.length > 0) return refused('lots-still-held', { number: file.number, count: file.held.length })
      return accepted([{ kind: 'incident.closed.v1', payload: { note: command.note ?? null } }])
    }
    case 'reopen':
      if (isOpen(file.state)) return wrongState(file)
      return accepted<readonly IncidentEvent[]>([
        // What was told is taken back first: nobody should read as settled what is being looked at again.
        ...(file.published ? [{ kind: 'incident.outcome-withdrawn.v1' as const, payload: { reason: command.reason } }] : []),
        { kind: 'incident.reopened.v1', payload: { number: reopenedNumber(file.number), reason: command.reason } },
      ])
  }
}

export const incidentDecider: Decider<MaybeFile, IncidentCommand, IncidentEvent, IncidentContext> = { initial: null, decide, evolve }
