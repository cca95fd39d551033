/*
Decisions about a protected witness: who may read, never more than three and never nobody; how high the threat is; which measure stands where.
A measure is agreed with the witness before it begins, and while the threat is high no measure is simply ended: it is replaced, or the witness
wishes it.
*/
import { addDays } from '../../../../kernel/calendar.ts'
import type { Decider } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import type { AccountId } from '../../../people/contract.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { type MeasureCommand, MeasureState, type WitnessCommand, type WitnessEvent } from './witness-words.ts'

export const MOST_READERS = 3
/** Days to the next review by level. Fourteen at four and five is the text’s proposal, the others ours (D). */
export const reviewDays: { readonly [Level in 1 | 2 | 3 | 4 | 5]: number } & { readonly evidence: Evidence } = {
  ...{ 1: 90, 2: 60, 3: 30, 4: 14, 5: 14, evidence: 'D' },
}
export const HIGH_THREAT = 4

export interface Witness {
  readonly isOpen: boolean
  readonly readers: readonly string[]
  readonly level: number | null
  readonly assessedOn: string | null
  readonly measures: ReadonlyMap<string, MeasureState>
}
export interface MeasureKnown {
  readonly isWitnessAgreed: boolean
  readonly level: number | null
  readonly reason: 'threat-over' | 'own-wish' | 'replaced' | 'failed' | null
}
const assessed: Guard<MeasureKnown> = { code: 'threat-not-assessed', holds: (known) => known.level !== null }
const agreed: Guard<MeasureKnown> = { code: 'measure-without-consent', holds: (known) => known.isWitnessAgreed }
const endable: Guard<MeasureKnown> = {
  code: 'threat-still-high',
  holds: (known) => known.reason === 'own-wish' || known.reason === 'replaced' || (known.level ?? 5) < HIGH_THREAT,
}
export const measureMachine: Machine<MeasureState, MeasureCommand['step'], MeasureKnown> = {
  ...{ name: 'protection-measure', evidence: 'D', source: 'own table', states: MeasureState.options },
  names: ['propose', 'agree', 'decline', 'put-in-place', 'review', 'end'],
  steps: [
    { step: 'propose', from: [null], to: 'proposed', guards: [assessed] },
    { step: 'agree', from: ['proposed'], to: 'agreed', guards: [agreed] },
    { step: 'decline', from: ['proposed'], to: 'declined' },
    { step: 'put-in-place', from: ['agreed'], to: 'in-place' },
    { step: 'review', from: ['in-place'], to: 'in-place' },
    { step: 'end', from: ['in-place'], to: 'ended', guards: [endable] },
  ],
}
/** What the three together suggest (D): the highest danger when somebody can and will, whatever the mean says. */
export function suggestedLevel({
  capability,
  intent,
  exposure,
}: {
  readonly capability: number
  readonly intent: number
  readonly exposure: number
}): number {
  const mean = Math.ceil((capability + intent + exposure) / 3)
  return capability >= HIGH_THREAT && intent >= HIGH_THREAT ? Math.max(mean, HIGH_THREAT) : mean
}
/** The last day on which the threat is looked at again; `null` until it was assessed. */
export function reviewDueOn({ level, assessedOn }: Pick<Witness, 'level' | 'assessedOn'>): string | null {
  if (assessedOn === null || level === null) return null
  const days = level >= HIGH_THREAT ? reviewDays[5] : level === 3 ? reviewDays[3] : level === 2 ? reviewDays[2] : reviewDays[1]
  return addDays(assessedOn, days)
}

export interface WitnessContext {
  readonly by: AccountId
  readonly at: string
  readonly mayNameReaders: boolean
  readonly isWitnessAgreed: boolean
}
export type WitnessAsked =
  | { readonly about: 'witness'; readonly ask: WitnessCommand }
  | { readonly about: 'measure'; readonly ask: MeasureCommand }

function decide(witness: Witness, { about, ask }: WitnessAsked, context: WitnessContext): Outcome<readonly WitnessEvent[]> {
  const stamp = { by: context.by, at: context.at }
  if (about === 'witness') return decideWitness(witness, ask, context)
  if (!witness.isOpen) return refused('unknown-witness')
  const known: MeasureKnown = {
    ...{ isWitnessAgreed: context.isWitnessAgreed, level: witness.level, reason: ask.step === 'end' ? ask.reason : null },
  }
  const moved = take(measureMachine, { at: witness.measures.get(ask.measure) ?? null, before: null }, { step: ask.step, known })
  return moved.ok ? accepted([{ kind: 'protection-measure.moved.v1', payload: { ...ask, to: moved.value, ...stamp } }]) : moved
}

function decideWitness(witness: Witness, command: WitnessCommand, context: WitnessContext): Outcome<readonly WitnessEvent[]> {
  const stamp = { by: context.by, at: context.at }
  if (command.step === 'open') {
    const { step: _step, ...opened } = command
    if (witness.isOpen) return refused('witness-already-open')
    return command.identity.vault === 'witness'
      ? accepted([{ kind: 'witness.opened.v1', payload: { ...opened, ...stamp } }])
      : refused('witness-in-a-vault-of-its-own')
  }
  if (!witness.isOpen) return refused('unknown-witness')
  if (command.step === 'assess-threat') {
    const { step: _step, ...threat } = command
    return accepted([{ kind: 'witness.threat-assessed.v1', payload: { ...threat, ...stamp } }])
  }
  return decideReader(witness, command, context)
}

function decideReader(
  { readers }: Witness,
  { step, reader }: { readonly step: 'admit-reader' | 'remove-reader'; readonly reader: AccountId },
  { by, at, mayNameReaders }: WitnessContext,
): Outcome<readonly WitnessEvent[]> {
  if (!mayNameReaders) return refused('witness-readers-not-yours-to-name')
  if (step === 'admit-reader') {
    if (readers.includes(reader)) return refused('witness-reader-already')
    if (readers.length >= MOST_READERS) return refused('witness-readers-full', { most: MOST_READERS })
    return accepted([{ kind: 'witness.reader-admitted.v1', payload: { reader, by, at } }])
  }
  if (!readers.includes(reader)) return refused('not-a-witness-reader')
  if (readers.length === 1) return refused('witness-needs-a-reader')
  return accepted([{ kind: 'witness.reader-removed.v1', payload: { reader, rekey: true, by, at } }])
}

function evolve(witness: Witness, { kind, payload }: WitnessEvent): Witness {
  switch (kind) {
    case 'witness.opened.v1':
      // Who opens it reads it: somebody must.
      return { ...witness, isOpen: true, readers: [payload.by] }
    case 'witness.threat-assessed.v1':
      return { ...witness, level: payload.level, assessedOn: payload.assessedOn }
    case 'witness.reader-admitted.v1':
      return { ...witness, readers: [...witness.readers, payload.reader] }
    case 'witness.reader-removed.v1':
      return { ...witness, readers: witness.readers.filter((one) => one !== payload.reader) }
    case 'protection-measure.moved.v1':
      return { ...witness, measures: new Map([...witness.measures, [payload.measure, payload.to]]) }
  }
}
export const witnessDecider: Decider<Witness, WitnessAsked, WitnessEvent, WitnessContext> = {
  ...{ initial: { isOpen: false, readers: [], level: null, assessedOn: null, measures: new Map() }, decide, evolve },
}
