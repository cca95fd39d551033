/*
One case as a whole: what every area knows of it, and how one command, or several in one go, is decided. Areas decide for themselves; this file only
hands each its part of the state and of the world. Who is not of the team is told nothing here, not even that there is a case: that is asked before.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { mayAsk } from '../access/standing.ts'
import { handsToArmed } from '../children/caafag.ts'
import { decideAccess, evolveAccess, memberOf, noAccess, withOwner } from '../access/access.ts'
import { decideAttachment, evolveAttachments } from '../attachments/attachment.ts'
import { caseDecider } from '../case/case.ts'
import { noCase } from '../case/case-file.ts'
import { decideNote, evolveNotes } from '../case/note.ts'
import { alsoEnded, decideHandover, evolveHandover } from '../handover/handover.ts'
import type { HandoverCommand } from '../handover/handover-words.ts'
import { newTeam } from '../handover/taking-over.ts'
import { determinationDecider } from '../identification/determination.ts'
import { decideProfile } from '../profile/profile.ts'
import { retentionDecider } from '../retention/shredding.ts'
import { decideReintegration, evolveRounds } from '../livelihood/reintegration-words.ts'
import { decideScreening, evolveScreenings } from '../screening/screening.ts'
import { witnessDecider } from '../witness/witness.ts'
import {
  type FileContext,
  attachmentContextOf,
  caseContextOf,
  retentionContextOf,
  thingsContextOf,
  witnessContextOf,
} from './file-context.ts'
import {
  type CaseWhole,
  isAccessEvent,
  isAttachmentEvent,
  isDeterminationEvent,
  isHandoverEvent,
  isNoteEvent,
  isRetentionEvent,
  isThingEvent,
  isWitnessEvent,
} from './file-state.ts'
import type { FileCommand, FileEvent, OneCommand, PersonEvent } from './file-words.ts'
import { firstRules } from '../rules/protection-rules.ts'
import { decideThing, evolveThing, noThings } from './things.ts'

export const noWhole: CaseWhole = {
  ...{ file: noCase, access: noAccess, profile: null, screenings: new Map(), determination: determinationDecider.initial },
  ...{ notes: new Map(), witness: witnessDecider.initial, retention: retentionDecider.initial, things: noThings, rounds: new Map() },
  attachments: new Map(),
  handover: null,
}
type Result = Outcome<readonly FileEvent[]>

const told = (outcome: Outcome<readonly PersonEvent[]>): Result =>
  outcome.ok ? accepted(outcome.value.map((event) => ({ thing: null, event }))) : outcome

/** Which part it was; but not of a case that is not there for who asks, because that would say that it is. */
const asPart = (decided: ReturnType<typeof refused>, part: number | null): ReturnType<typeof refused> =>
  part === null || decided.refusal.code === 'unknown-case' ? decided : refused(decided.refusal.code, { ...decided.refusal.facts, part })

/** Who is of no team and names a referral that is not theirs learns no more than of a case that never was. */
const seenFromOutside = (decided: ReturnType<typeof refused>, { standing }: Pick<FileContext, 'standing'>): ReturnType<typeof refused> =>
  decided.refusal.code === 'unknown-referral' && OUTSIDE.includes(standing) ? refused('unknown-case') : decided
const OUTSIDE: readonly FileContext['standing'][] = ['recipient', 'determiner', 'liaison', 'taker']

/** `all`: each decided on what the ones before it made; the first that is refused refuses the whole. */
function decide(whole: CaseWhole, { all }: FileCommand, context: FileContext): Result {
  let state = whole
  const events: FileEvent[] = []
  for (const [index, one] of all.entries()) {
    const decided = decideOne(state, one, OBSERVED.includes(one.about) ? { ...context, at: context.toldAt } : context)
    if (!decided.ok) return asPart(seenFromOutside(decided, context), all.length === 1 ? null : index)
    for (const event of decided.value) state = evolve(state, event)
    events.push(...decided.value)
    // What an offer to another body rests on may have ended with it.
    const ended = alsoEnded(state, { ...context, bands: context.rules?.ageBands }).map((event): FileEvent => ({ thing: null, event }))
    state = ended.reduce(evolve, state)
    events.push(...ended)
  }
  return wrapsFault(state, context.wraps) ?? accepted(events)
}
/** What somebody saw or did and wrote down without network keeps its own hour; whatever opens, ends or allows something has the server’s. */
const OBSERVED: readonly OneCommand['about'][] = ['assessment', 'note', 'field', 'screening', 'profile', 'clock']

/** A new key goes to exactly those who read the vault, once to each and to the key that is theirs now; so nobody is given one unseen, or left without. */
function wrapsFault({ access }: CaseWhole, wraps: FileContext['wraps']) {
  const wrong = wraps.filter(({ vault, readers }) => {
    const expected = access.members.filter((one) => one.vaults.includes(vault)).map((one) => one.account.toString())
    return readers.length !== expected.length || expected.some((one) => !readers.includes(one))
  })
  return wrong.length === 0 ? null : refused('wraps-and-readers-differ', { vaults: wrong.map((one) => one.vault) })
}

function decideOne(whole: CaseWhole, command: OneCommand, context: FileContext): Result {
  const stamp = { by: context.by, at: context.at }
  const { rules = firstRules } = context
  // Of a person who was forgotten only the vault of a witness may still be there, and only its end is left to be asked for.
  const isOver = whole.retention.isShredded && !(command.about === 'retention' && command.ask.step === 'destroy-witness-key')
  if (isOver || !mayAsk(context.standing, command)) return refused('unknown-case')
  if (handsToArmed(whole.file.type, command, context.armed ?? [])) return refused('child-file-not-for-armed-body')
  switch (command.about) {
    case 'access':
      return told(
        decideAccess(whole.access, command.ask, {
          ...context,
          caseOrganisation: whole.file.organisation,
          breakGlassHours: rules.breakGlassHours,
        }),
      )
    case 'handover':
      return told(handOver(whole, command.ask, context))
    case 'profile':
      return told(decideProfile(whole.profile, command.ask, { ...stamp, bands: rules.ageBands }))
    case 'screening':
      return told(decideScreening(whole.screenings, command.ask, stamp))
    case 'reintegration':
      return told(decideReintegration(command.ask, stamp))
    case 'identification':
      return told(determinationDecider.decide(whole.determination, command.ask, identificationOf(whole, command.ask, context)))
    case 'attachment':
      return told(decideAttachment(whole.attachments, command.ask, attachmentContextOf(whole, context)))
    case 'note':
      return told(decideNote(whole.notes, command.ask, { ...stamp, openHours: rules.noteOpenHours }))
    case 'witness':
    case 'measure':
      return told(alsoOutOfTheTeam(whole, witnessDecider.decide(whole.witness, command, witnessContextOf(whole, context))))
    case 'retention':
      return told(retentionDecider.decide(whole.retention, command.ask, retentionContextOf(whole, context)))
    case 'grant':
    case 'return':
    case 'debt':
    case 'justice':
    case 'hearing':
    case 'best-interests':
      return decideThing(whole.things, command, {
        ...thingsContextOf(whole, context),
        body: context.standing === 'liaison' ? context.organisation : null,
      })
    default:
      return told(caseDecider.decide(whole.file, command, caseContextOf(whole, context)))
  }
}
/** Taken over: the case moves, its body changes, and its team is another one, in one decision. */
function handOver(whole: CaseWhole, ask: HandoverCommand, context: FileContext): Outcome<readonly PersonEvent[]> {
  const decided = decideHandover(whole, ask, { ...context, handed: context.handed ?? [], bands: context.rules?.ageBands })
  const taken = decided.ok ? decided.value.find((event) => event.kind === 'case-handover.accepted.v1') : undefined
  if (!decided.ok || taken?.kind !== 'case-handover.accepted.v1') return decided
  const { recipient } = taken.payload
  const known = { ...caseContextOf(whole, context), isTakenOver: true }
  const moved = caseDecider.decide(whole.file, { about: 'case', ask: { step: 'accept-transfer', recipient } }, known)
  return moved.ok ? accepted([...decided.value, ...moved.value, ...newTeam(whole, { ...context, recipient })]) : moved
}
/** A reader of the witness who is removed leaves the vault too: its key is made anew before anything more is sealed. */
function alsoOutOfTheTeam({ access }: CaseWhole, decided: Outcome<readonly PersonEvent[]>): Outcome<readonly PersonEvent[]> {
  if (!decided.ok) return decided
  const gone = decided.value.flatMap((event): readonly PersonEvent[] => {
    if (event.kind !== 'witness.reader-removed.v1') return []
    const { reader, by, at } = event.payload
    if (memberOf(access, reader)?.as !== 'witness-reader') return []
    return [{ kind: 'case-team.left.v1', payload: { step: 'leave', account: reader, reason: 'left-the-team', by, at } }]
  })
  return accepted([...decided.value, ...gone])
}

function identificationOf({ screenings }: CaseWhole, ask: Extract<OneCommand, { about: 'identification' }>['ask'], context: FileContext) {
  const found = ask.type === 'screen' ? screenings.get(ask.assessment) : undefined
  const assessed = found ? { rows: found.rows, instrument: found.instrument, instrumentSha256: found.instrumentSha256 } : null
  const { decider, qualifiedToReview, competent, by, today } = context
  return { account: by, decider, qualifiedToReview, competent, today, assessed }
}

export function evolve(whole: CaseWhole, { thing, event }: FileEvent): CaseWhole {
  if (isThingEvent(event)) return { ...whole, things: evolveThing(whole.things, { thing: thing ?? '', event }) }
  if (isHandoverEvent(event)) {
    const handover = evolveHandover(whole.handover, event)
    if (event.kind !== 'case-handover.accepted.v1') return { ...whole, handover }
    const { organisation, heldBefore } = whole.file
    const before = organisation === null ? heldBefore : [...heldBefore, organisation]
    return { ...whole, handover, file: { ...whole.file, organisation: event.payload.recipient, heldBefore: before } }
  }
  if (isAccessEvent(event)) return { ...whole, access: evolveAccess(whole.access, event) }
  if (isDeterminationEvent(event)) return { ...whole, determination: determinationDecider.evolve(whole.determination, event) }
  if (isWitnessEvent(event)) return { ...whole, witness: witnessDecider.evolve(whole.witness, event) }
  if (isRetentionEvent(event)) return { ...whole, retention: retentionDecider.evolve(whole.retention, event) }
  if (isAttachmentEvent(event)) return { ...whole, attachments: evolveAttachments(whole.attachments, event) }
  if (isNoteEvent(event)) return { ...whole, notes: evolveNotes(whole.notes, event) }
  if (event.kind === 'reintegration.scored.v1') return { ...whole, rounds: evolveRounds(whole.rounds, event) }
  if (event.kind === 'case-profile.set.v1') return { ...whole, profile: event.payload.profile }
  if (event.kind === 'case-screening.recorded.v1') return { ...whole, screenings: evolveScreenings(whole.screenings, event) }
  const file = caseDecider.evolve(whole.file, event)
  if (event.kind === 'case-owner.assigned.v1') return { ...whole, file, access: withOwner(whole.access, event.payload.owner) }
  return { ...whole, file }
}
export const fileDecider: {
  readonly initial: CaseWhole
  readonly decide: typeof decide
  readonly evolve: typeof evolve
} = { initial: noWhole, decide, evolve }
