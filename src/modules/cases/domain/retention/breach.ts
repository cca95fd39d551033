/*
When something got out: the run-book as a table. Every person concerned is judged and warned one by one, through their safe contact; who cannot be
warned without danger is written down with that reason and is not forgotten. Clocks run from detection and on instants; a drill goes the same way.
*/
import { addMonths } from '../../../../kernel/calendar.ts'
import type { Decider, DomainEvent } from '../../../../kernel/decider.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { Evidence } from '../../../../kernel/rulebook.ts'
import {
  type Infer,
  exactly,
  id,
  instant,
  listOf,
  maybe,
  oneOf,
  parse,
  record,
  taggedBy,
  text,
  yesOrNo,
} from '../../../../kernel/schema.ts'
import { AccountId } from '../../../people/contract.ts'
import { SubjectCode } from '../codes.ts'
import { type Guard, type Machine, take } from '../machine.ts'
import { addHours } from '../clocks/instants.ts'
import { SealedRef } from '../sealed-ref.ts'

export const BreachId = id('breach')
export const BreachState = oneOf('detected', 'contained', 'risk-assessed', 'subjects-warned', 'authority-notified', 'remediated', 'lessons')
export type BreachState = Infer<typeof BreachState>
export const Exposure = oneOf('identity', 'witness', 'case-file', 'device', 'statistics', 'unknown')
/** What will be done otherwise, as kinds: a text about what went wrong would tell who was shown. */
export const Lesson = oneOf(
  'access-narrowed',
  'device-rules',
  'training',
  'procedure',
  'partner-changed',
  'fewer-data',
  'nothing-to-change',
)
const details = {
  detect: { step: exactly('detect'), exposure: Exposure, detectedAt: instant(), subjects: listOf(text(40), 1_000), isDrill: yesOrNo() },
  contain: { step: exactly('contain'), how: oneOf('keys-revoked', 'access-removed', 'device-wiped', 'office-locked', 'recalled', 'other') },
  name: { step: exactly('name-persons'), subjects: listOf(text(40), 1_000) },
  judge: { step: exactly('assess-person'), subject: text(40), risk: oneOf('high', 'medium', 'low'), note: maybe(SealedRef) },
  assessed: { step: exactly('finish-assessment') },
  warn: { step: exactly('warn-person'), subject: text(40), outcome: oneOf('warned', 'cannot-be-warned-safely', 'not-reached') },
  warned: { step: exactly('finish-warning') },
  notify: { step: exactly('notify'), authority: oneOf('told', 'none-exists'), donor: oneOf('told', 'not-asked') },
  remediate: { step: exactly('remediate') },
  learn: { step: exactly('draw-lessons'), lessons: listOf(Lesson, 10) },
}
/** Who answers for the file of the person said it: in the body whose breach it is, or in another. */
const Owner = oneOf('own-body', 'elsewhere')
const stamp = { to: BreachState, by: AccountId, at: instant() }
export const BreachCommand = taggedBy('step', [
  ...([record(details.detect), record(details.contain), record(details.judge), record(details.assessed), record(details.warn)] as const),
  record(details.name),
  ...([record(details.warned), record(details.notify), record(details.remediate), record(details.learn)] as const),
])
export type BreachCommand = Infer<typeof BreachCommand>
export const BreachMoved = taggedBy('step', [
  ...([record({ ...details.detect, ...stamp }), record({ ...details.contain, ...stamp }), record({ ...details.judge, ...stamp })] as const),
  record({ ...details.name, ...stamp }),
  ...([record({ ...details.assessed, ...stamp }), record({ ...details.warned, ...stamp })] as const),
  record({ ...details.warn, ...stamp, owner: maybe(Owner) }),
  ...([
    record({ ...details.notify, ...stamp }),
    record({ ...details.remediate, ...stamp }),
    record({ ...details.learn, ...stamp }),
  ] as const),
])
export const breachKinds = { 'breach.moved.v1': BreachMoved } as const
export type BreachEvent = DomainEvent<'breach.moved.v1', Infer<typeof BreachMoved>>

export interface Breach {
  readonly state: BreachState | null
  readonly exposure: Infer<typeof Exposure>
  readonly detectedAt: string | null
  readonly isDrill: boolean
  readonly subjects: readonly string[]
  readonly judged: readonly string[]
  readonly warned: readonly string[]
  readonly reachedAt: ReadonlyMap<BreachState, string>
}
export interface BreachKnown {
  readonly isDetectionPast: boolean
  readonly notJudged: number
  readonly notWarned: number
  /** Codes that were not named before. */
  readonly newCodes: number
}
const past: Guard<BreachKnown> = { code: 'breach-detected-in-the-future', holds: (known) => known.isDetectionPast }
const allJudged: Guard<BreachKnown> = {
  code: 'breach-persons-not-assessed',
  holds: (known) => known.notJudged === 0,
  explain: (known) => ({ left: known.notJudged }),
}
const allWarned: Guard<BreachKnown> = {
  code: 'breach-persons-not-warned',
  holds: (known) => known.notWarned === 0,
  explain: (known) => ({ left: known.notWarned }),
}
const someNew: Guard<BreachKnown> = { code: 'breach-codes-named-already', holds: (known) => known.newCodes > 0 }
const beforeWarned = ['detected', 'contained', 'risk-assessed'] as const
const afterWarned = ['subjects-warned', 'authority-notified', 'remediated', 'lessons'] as const
export const breachMachine: Machine<BreachState, BreachCommand['step'], BreachKnown> = {
  ...{ name: 'breach', evidence: 'D', source: 'own run-book', states: BreachState.options },
  names: [
    'detect',
    'contain',
    'name-persons',
    'assess-person',
    'finish-assessment',
    'warn-person',
    'finish-warning',
    'notify',
    'remediate',
    'draw-lessons',
  ],
  steps: [
    { step: 'detect', from: [null], to: 'detected', guards: [past] },
    { step: 'contain', from: ['detected'], to: 'contained' },
    { step: 'name-persons', from: ['detected'], to: 'detected' },
    { step: 'name-persons', from: ['contained'], to: 'contained' },
    // Found later: the run-book goes back for these; who was judged and warned before stays so.
    {
      step: 'name-persons',
      from: ['risk-assessed', ...afterWarned],
      to: 'contained',
      guards: [someNew],
    },
    { step: 'assess-person', from: ['contained'], to: 'contained' },
    { step: 'finish-assessment', from: ['contained'], to: 'risk-assessed', guards: [allJudged] },
    // Who stands in danger is not left waiting for the assessment, and who could not be warned then can be later.
    ...([...beforeWarned, ...afterWarned] as const).map((state) => ({ step: 'warn-person', from: [state], to: state }) as const),
    { step: 'finish-warning', from: ['risk-assessed'], to: 'subjects-warned', guards: [allWarned] },
    { step: 'notify', from: ['subjects-warned'], to: 'authority-notified' },
    { step: 'remediate', from: ['authority-notified'], to: 'remediated' },
    { step: 'draw-lessons', from: ['remediated'], to: 'lessons' },
  ],
}
export interface BreachRules {
  readonly containWithinHours: { readonly person: number; readonly other: number }
  readonly notifyWithinHours: number
  /** For who stands in danger, or was not judged yet; for others. */
  readonly warnWithinHours: { readonly high: number; readonly other: number }
  readonly drillEveryMonths: number
  readonly evidence: Evidence
}
/** One hour for what shows a person and seventy-two to notify are the text’s defaults; a day for the rest is ours. */
export const firstBreachRules: BreachRules = {
  containWithinHours: { person: 1, other: 24 },
  notifyWithinHours: 72,
  warnWithinHours: { high: 24, other: 72 },
  drillEveryMonths: 12,
  evidence: 'D',
}

export const warnWithin = (risk: 'high' | 'medium' | 'low' | null, rules = firstBreachRules): number =>
  risk === 'medium' || risk === 'low' ? rules.warnWithinHours.other : rules.warnWithinHours.high

export interface Warning {
  readonly outcome: 'warned' | 'cannot-be-warned-safely' | 'not-reached'
  readonly codeWord: 'said' | 'none-agreed' | 'not-said'
  /** When the person was reached, as the file has it. */
  readonly contacts: readonly string[]
  readonly since: string
}
/** Warned is who was reached since the breach and heard the agreed word, where one is agreed; the other two may always be said. */
export function mayTellWarned({ outcome, codeWord, contacts, since }: Warning): Outcome<null> {
  if (outcome !== 'warned') return accepted(null)
  if (codeWord === 'not-said') return refused('breach-warned-without-code-word')
  return contacts.some((at) => at >= since) ? accepted(null) : refused('breach-warned-without-contact')
}

export interface BreachClock {
  readonly clock: 'contain' | 'notify'
  readonly dueAt: string
  readonly state: 'done' | 'done-late' | 'running' | 'overdue'
}
export function breachClocks(breach: Breach, now: string, rules = firstBreachRules): readonly BreachClock[] {
  const { detectedAt, exposure, reachedAt } = breach
  if (detectedAt === null) return []
  // A device, or nobody knows what: taken for the worst until it is known.
  const showsPerson = exposure !== 'statistics'
  const face = (clock: BreachClock['clock'], hours: number, reached: string | undefined): BreachClock => {
    const dueAt = addHours(detectedAt, hours)
    const isLate = (reached ?? now) > dueAt
    return { clock, dueAt, state: reached === undefined ? (isLate ? 'overdue' : 'running') : isLate ? 'done-late' : 'done' }
  }
  return [
    face('contain', showsPerson ? rules.containWithinHours.person : rules.containWithinHours.other, reachedAt.get('contained')),
    face('notify', rules.notifyWithinHours, reachedAt.get('authority-notified')),
  ]
}
/** The day by which the next drill is held; `null`: there was none, so now. */
export const drillDueOn = (lastOn: string | null, rules = firstBreachRules): string | null =>
  lastOn === null ? null : addMonths(lastOn, rules.drillEveryMonths)

type Context = { readonly by: AccountId; readonly at: string; readonly owner?: Infer<typeof Owner> }
/** As files are coded: letters, digits and dashes, at least one digit; so a name typed by mistake goes no further. */
const CODE = /^(?=.*\d)[A-Za-z0-9-]{2,40}$/
/** One of ten codes that are drawn has no digit; its dashes stand where no name has any. */
const isCode = (one: string): boolean => CODE.test(one) || parse(SubjectCode, one).ok

function decide(breach: Breach, command: BreachCommand, { by, at, owner }: Context): Outcome<readonly BreachEvent[]> {
  if ('subjects' in command && command.subjects.some((one) => !isCode(one))) return refused('breach-code-not-a-code')
  if ('subject' in command && breach.state !== null && !breach.subjects.includes(command.subject))
    return refused('breach-person-not-concerned')
  const known: BreachKnown = {
    isDetectionPast: command.step !== 'detect' || command.detectedAt <= at,
    notJudged: breach.subjects.filter((one) => !breach.judged.includes(one)).length,
    notWarned: breach.subjects.filter((one) => !breach.warned.includes(one)).length,
    newCodes: 'subjects' in command ? command.subjects.filter((one) => !breach.subjects.includes(one)).length : 0,
  }
  const moved = take(breachMachine, { at: breach.state, before: null }, { step: command.step, known })
  if (!moved.ok) return moved
  const payload = { ...command, to: moved.value, by, at, ...(command.step === 'warn-person' && owner ? { owner } : {}) }
  return accepted([{ kind: 'breach.moved.v1', payload }])
}
function evolve(breach: Breach, { payload }: BreachEvent): Breach {
  const reachedAt = new Map([[payload.to, payload.at] as const, ...breach.reachedAt])
  const next = { ...breach, state: payload.to, reachedAt }
  switch (payload.step) {
    case 'detect':
      return { ...next, exposure: payload.exposure, detectedAt: payload.detectedAt, subjects: payload.subjects, isDrill: payload.isDrill }
    case 'name-persons':
      return { ...next, subjects: [...new Set([...breach.subjects, ...payload.subjects])] }
    case 'assess-person':
      return { ...next, judged: [...breach.judged, payload.subject] }
    case 'warn-person':
      // Not reached is tried again; it does not count. Nor does what another body says of a file: this run-book would tell that it was reached there.
      return payload.outcome === 'not-reached' || payload.owner === 'elsewhere'
        ? next
        : { ...next, warned: [...breach.warned, payload.subject] }
    default:
      return next
  }
}
export const noBreach: Breach = {
  ...{ state: null, exposure: 'unknown', detectedAt: null, isDrill: false, subjects: [], judged: [], warned: [], reachedAt: new Map() },
}
export const breachDecider: Decider<Breach, BreachCommand, BreachEvent, Context> = { initial: noBreach, decide, evolve }
