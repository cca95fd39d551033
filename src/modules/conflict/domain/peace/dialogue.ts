/*
Decisions about a dialogue of communities. What a party promised is checked by another party, or by a body from outside: who promised neither checks it nor writes
the check down. Every check stays; the last one counts. A promise that nobody checked is said to be so, never kept by silence.
*/
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { type Infer, exactly, instant, listOf, maybe, orNull, record, taggedBy, text } from '../../../../kernel/schema.ts'
import { type Accountability, CheckCommitment, type CommitmentState, type DialogueParty, HoldDialogue } from '../../contract-peace.ts'

/** Whose account; of what was written down before it was kept, the body stands for it. */
const by = { at: instant(), body: orNull(text(60)), account: maybe(text(60)) }
export const DialogueHeld = record({ ...HoldDialogue.shape, ...by })
export const CommitmentChecked = record({ ...CheckCommitment.shape, ...by })
export const dialogueKinds = { 'dialogue.held.v1': DialogueHeld, 'dialogue.commitment-checked.v1': CommitmentChecked } as const
type Kinds = typeof dialogueKinds
export type DialogueEvent = { [Kind in keyof Kinds]: DomainEvent<Kind, Infer<Kinds[Kind]>> }[keyof Kinds]
export const DialogueActs = listOf(
  taggedBy('kind', [
    record({ kind: exactly('dialogue.held.v1'), payload: DialogueHeld }),
    record({ kind: exactly('dialogue.commitment-checked.v1'), payload: CommitmentChecked }),
  ]),
)
export type DialogueCommand =
  | ({ readonly type: 'hold' } & Infer<typeof HoldDialogue>)
  | ({ readonly type: 'check' } & Infer<typeof CheckCommitment>)
export interface DialogueContext {
  readonly now: string
  readonly today: string
  readonly account: string
  readonly organisation: string | null
  /** Areas, bodies and the dialogue that it follows exist. */
  readonly known: boolean
  readonly isNear: boolean
}
export interface Dialogue {
  readonly held: Infer<typeof DialogueHeld>
  readonly checks: readonly Infer<typeof CommitmentChecked>[]
}
export type MaybeDialogue = Dialogue | null
type Decided = Outcome<readonly DialogueEvent[]>

function decide(state: MaybeDialogue, command: DialogueCommand, context: DialogueContext): Decided {
  const act = { at: context.now, body: context.organisation, account: context.account }
  if (command.type === 'hold') {
    if (state !== null) return refused('dialogue-there')
    if (!context.known) return refused('unknown-dialogue-link')
    if (!context.isNear) return refused('outside-your-territory')
    const { type: _hold, ...held } = command
    if (held.heldOn > context.today) return refused('dialogue-in-the-future')
    if (held.parties.length < 2) return refused('dialogue-needs-two-parties')
    if (held.agreements.some((one) => one.who >= held.parties.length)) return refused('no-such-party')
    if (new Set(held.agreements.map((one) => one.id)).size < held.agreements.length) return refused('commitment-named-twice')
    return accepted([{ kind: 'dialogue.held.v1', payload: { ...held, ...act } }])
  }
  if (state === null || !context.isNear) return refused('unknown-dialogue')
  if (isRecorder(state, context)) return refused('recorder-does-not-check')
  return check(state, command, context)
}
/** Who wrote the promises down could keep them on paper: somebody else writes whether they were kept (D). */
export const isRecorder = ({ held }: Dialogue, { account, organisation }: Pick<DialogueContext, 'account' | 'organisation'>): boolean =>
  held.account === undefined ? held.body !== null && held.body === organisation : held.account === account
function check(
  { held }: Dialogue,
  { type: _check, ...said }: Extract<DialogueCommand, { readonly type: 'check' }>,
  context: DialogueContext,
): Decided {
  const promised = held.agreements.find((one) => one.id === said.commitment)
  if (!promised) return refused('no-such-commitment')
  if (said.on > context.today || said.on < held.heldOn) return refused('check-day-not-valid')
  const promiser = held.parties[promised.who]
  const { checkedBy } = said
  if (checkedBy.kind === 'party' && held.parties[checkedBy.party] === undefined) return refused('no-such-party')
  if (checkedBy.kind === 'body' && !context.known) return refused('unknown-dialogue-link')
  const isSelf = checkedBy.kind === 'party' ? isSame(held.parties[checkedBy.party], promiser) : isBody(promiser, checkedBy.organisation)
  if (isSelf || isBody(promiser, context.organisation)) return refused('second-party-for-check')
  return accepted([
    { kind: 'dialogue.commitment-checked.v1', payload: { ...said, at: context.now, body: context.organisation, account: context.account } },
  ])
}
const isBody = (party: DialogueParty | undefined, organisation: string | null): boolean =>
  party?.kind === 'body' && party.organisation === organisation
/** The same party may stand twice in a list. */
function isSame(a: DialogueParty | undefined, b: DialogueParty | undefined): boolean {
  if (a === undefined || b === undefined) return false
  return partyKey(a) === partyKey(b)
}
const partyKey = (party: DialogueParty): string =>
  party.kind === 'body' ? party.organisation : party.kind === 'actor' ? party.actor : party.written.trim().toLowerCase()

export const dialogueDecider: Decider<MaybeDialogue, DialogueCommand, DialogueEvent, DialogueContext> = {
  initial: null,
  decide,
  evolve: (state, event) => {
    if (event.kind === 'dialogue.held.v1') return { held: event.payload, checks: [] }
    return state === null ? null : { ...state, checks: [...state.checks, event.payload] }
  },
}

export const stateOfCommitment = ({ checks }: Dialogue, commitment: string): CommitmentState =>
  checks.findLast((one) => one.commitment === commitment)?.as ?? 'not-checked'

/** Of what is due today, how much was kept. A promise whose day has not come is counted apart, whatever was said of it. */
export function accountabilityOf(dialogues: readonly Dialogue[], today: string): Accountability {
  const all = dialogues.flatMap((dialogue) => dialogue.held.agreements.map(({ id, due }) => ({ due, as: stateOfCommitment(dialogue, id) })))
  const due = all.filter((one) => one.due <= today)
  const of = (as: CommitmentState): number => due.filter((one) => one.as === as).length
  return {
    due: due.length,
    kept: of('kept'),
    partly: of('partly'),
    broken: of('broken'),
    notChecked: of('not-checked'),
    notDue: all.length - due.length,
  }
}
