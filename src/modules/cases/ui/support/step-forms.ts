/*
What each step of a grant, a way home or a settled debt asks for, as lists of fields. What was typed becomes a command only through the schema of its area:
a field that cannot be read refuses the whole and sends nothing.
*/
import type { Infer } from '../../../../kernel/schema.ts'
import { type Schema, parse } from '../../../../kernel/schema.ts'
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import { Currency, GrantCommand, GrantType, MonitoringMonth, type grantMachine } from '../../domain/livelihood/grant.ts'
import { MediationCommand, type mediationMachine } from '../../domain/livelihood/debt-mediation.ts'
import { ReturnCommand, type returnMachine } from '../../domain/livelihood/return.ts'
import type { SealedRef } from '../../domain/sealed-ref.ts'
import { centsOf } from '../screening/debt-rows.ts'

export type FieldKind = 'choice' | 'money' | 'count' | 'day' | 'days' | 'yes' | 'words' | 'papers'
export interface StepField {
  readonly key: string
  readonly kind: FieldKind
  readonly options?: readonly string[]
  /** Words that may be left out. */
  readonly isOptional?: boolean
  readonly start?: string
  /** Of days: the field that says how many. */
  readonly of?: string
}
const choice = (key: string, options: readonly string[]): StepField => ({ key, kind: 'choice', options })
const money = (key: string): StepField => ({ key, kind: 'money' })
const day = (key: string): StepField => ({ key, kind: 'day' })
const yes = (key: string, start: 'yes' | '' = ''): StepField => ({ key, kind: 'yes', start })
const words = (key: string, isOptional = true): StepField => ({ key, kind: 'words', isOptional })
export type Forms<Step extends string> = { readonly [S in Step]: readonly StepField[] }

export const grantForms: Forms<(typeof grantMachine)['names'][number]> = {
  identify: [choice('type', GrantType.options)],
  'assess-skills': [words('assessment')],
  'write-business-plan': [
    ...[money('amountCents'), choice('currency', Currency.options), yes('isInKind', 'yes')],
    ...[
      { key: 'tranches', kind: 'count', start: '1' } as const,
      { key: 'trancheDays', kind: 'days', of: 'tranches' } as const,
      words('plan'),
      words('safeguarding'),
    ],
  ],
  'submit-to-committee': [],
  approve: [money('amountCents')],
  'send-back': [words('note', false)],
  'begin-procurement': [],
  deliver: [day('on'), { key: 'receipts', kind: 'papers', isOptional: true }],
  monitor: [choice('month', MonitoringMonth.options), day('on'), yes('isRunning')],
  close: [choice('reason', ['course-complete', 'activity-ended', 'contact-lost'])],
  drop: [choice('reason', ['own-wish', 'not-approved', 'not-safe', 'other-support', 'funds-ended'])],
}
export const returnForms: Forms<(typeof returnMachine)['names'][number]> = {
  request: [yes('isOwnWish')],
  counsel: [yes('isStillWished')],
  'assess-risk': [choice('finding', ['safe', 'safe-with-measures', 'not-safe']), words('reasons')],
  'assess-family': [choice('finding', ['suitable', 'not-suitable']), words('reasons')],
  'prepare-documents': [],
  depart: [day('on'), yes('isStillWished')],
  receive: [day('on')],
  'begin-reintegration': [],
  cancel: [choice('reason', ['own-wish', 'not-safe', 'other'])],
}
/** `calculate` has a sheet of its own. */
export const debtForms: Forms<(typeof mediationMachine)['names'][number]> = {
  request: [yes('isOwnWish')],
  calculate: [],
  'check-safety': [choice('finding', ['safe-to-meet', 'only-through-mediator', 'not-safe']), words('reasons')],
  propose: [money('offerCents'), choice('through', ['meeting', 'mediator']), yes('isPersonWilling')],
  agree: [money('amountCents'), words('paper')],
  refuse: [choice('next', ['legal-aid', 'new-offer', 'none'])],
  settle: [choice('paidBy', ['person', 'programme', 'nobody']), yes('areDocumentsReturned'), words('receipt')],
  stop: [choice('reason', ['own-wish', 'not-safe', 'creditor-unreachable', 'other'])],
}
export const supportCommands = { grant: GrantCommand, return: ReturnCommand, debt: MediationCommand } as const

/** What the program knows and nobody types. */
export function knownFor(
  about: keyof typeof supportCommands,
  step: string,
  { subject, isChild }: { readonly subject: string; readonly isChild: boolean },
): { readonly [key: string]: unknown } {
  if (step === 'identify') return { subject }
  if (step === 'request') return about === 'return' ? { subject, isChild } : { subject }
  return {}
}

/** Written here, sealed before it leaves. */
export const isSealed = ({ kind }: Pick<StepField, 'kind'>): boolean => kind === 'words' || kind === 'papers'
export type Typed = { readonly [key: string]: string }
export const startOf = (fields: readonly StepField[], today: string): Typed =>
  Object.fromEntries(
    fields.map(({ key, kind, options, start }) => [key, start ?? (kind === 'choice' ? (options?.[0] ?? '') : kind === 'day' ? today : '')]),
  )

const MOST_DAYS = 24
/** As many days as the field that counts them says; what is not a count asks for none. */
export function daysOf(text: string, many: string): readonly string[] {
  const said = text.split(',')
  const length = /^\d{1,2}$/.test(many.trim()) ? Math.min(Number(many), MOST_DAYS) : 0
  return Array.from({ length }, (_, at) => said[at] ?? '')
}
/** Said for every instalment, or for none: a day is not invented. */
function saidDays(text: string, many: string): readonly string[] | undefined {
  const days = daysOf(text, many)
  return days.every((one) => one === '') ? undefined : days
}
function valueOf({ key, kind, of }: StepField, typed: Typed, refs: ReadonlyMap<string, SealedRef>): unknown {
  const text = typed[key] ?? ''
  switch (kind) {
    case 'money':
      return centsOf(text)
    case 'count':
      return /^\d{1,4}$/.test(text.trim()) ? Number(text) : null
    case 'yes':
      return text === 'yes'
    case 'words':
      return refs.get(key)
    case 'papers':
      return [refs.get(key)].filter((one) => one !== undefined)
    case 'days':
      return saidDays(text, typed[of ?? ''] ?? '')
    default:
      return text
  }
}
interface Asking {
  readonly step: string
  readonly fields: readonly StepField[]
  readonly typed: Typed
  readonly refs: ReadonlyMap<string, SealedRef>
  readonly known: { readonly [key: string]: unknown }
}
/** Refuses with `support-form-not-read`. */
export function askOf<S extends Schema<unknown>>(schema: S, { step, fields, typed, refs, known }: Asking): Outcome<Infer<S>> {
  const said = Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueOf(field, typed, refs)
      return value === undefined ? [] : [[field.key, value] as const]
    }),
  )
  const read = parse(schema, { ...known, ...said, step })
  return read.ok ? accepted(read.value) : refused('support-form-not-read')
}
