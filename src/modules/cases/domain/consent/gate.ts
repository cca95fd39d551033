/*
The consent gate: nothing goes to anybody unless the newest answer to exactly that question is yes, still holds, came from who may give it, and
covers every field. No is not the same as not asked, and each has its own refusal, because a worker does another thing next. What a person
refuses is looked at here and nowhere else: no rule about who may have a service reads consent.
*/
import { type Outcome, accepted, refused } from '../../../../kernel/outcome.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import type { Basis, PackageField } from '../referral/referral-words.ts'
import { type AgeBand, type Minor, isGivenByWhoMay } from './age-bands.ts'
import type { Consent, ConsentItem, Disclosure } from './consent-words.ts'
import { fieldsOf } from './purposes.ts'

export interface KeptConsent {
  readonly given: Consent
  /** Item to the moment it was withdrawn. */
  readonly withdrawn: ReadonlyMap<string, string>
}
export interface Giving extends Minor {
  readonly band: AgeBand
}
export interface Gate {
  /** In the order in which they were recorded. */
  readonly consents: readonly KeptConsent[]
  readonly giving: Giving
  readonly at: string
}
interface Found {
  readonly kept: KeptConsent
  readonly item: ConsentItem
}

const asks = (item: ConsentItem, { purpose, recipient, service }: Disclosure): boolean =>
  item.purpose === purpose && item.recipient === recipient && (item.service ?? null) === service

/** One question is one purpose, one body, one service; how far it reaches is part of the answer. */
export const isSameQuestion = (a: ConsentItem, b: ConsentItem): boolean =>
  a.purpose === b.purpose && a.recipient === b.recipient && a.service === b.service

/** The newest that was answered, by the day from which it holds, then as recorded. */
function newest({ consents }: Gate, disclosure: Disclosure): Found | undefined {
  return consents
    .flatMap((kept) =>
      kept.given.items.filter((item) => item.answer !== 'not-asked' && asks(item, disclosure)).map((item) => ({ kept, item })),
    )
    .reduce<Found | undefined>((best, one) => (best && best.kept.given.validFrom > one.kept.given.validFrom ? best : one), undefined)
}

export function consentFor(gate: Gate, disclosure: Disclosure): Outcome<Basis> {
  const facts = { purpose: disclosure.purpose, recipient: disclosure.recipient, service: disclosure.service }
  const found = newest(gate, disclosure)
  if (!found) return refused('consent-not-asked', facts)
  const { kept, item } = found
  const { given } = kept
  if (kept.withdrawn.has(item.id)) return refused('consent-withdrawn', facts)
  if (item.answer === 'no') return refused('consent-refused', facts)
  if (gate.at < given.validFrom) return refused('consent-not-yet-valid', { ...facts, from: given.validFrom })
  if (given.validTo !== null && gate.at > given.validTo) return refused('consent-expired', { ...facts, until: given.validTo })
  if (!isGivenByWhoMay(given, gate.giving.band, gate.giving))
    return refused('consent-not-given-by-who-may', { band: gate.giving.band.band })
  const withheld = withheldNow(gate)
  if (withheld.from.some((body) => body === disclosure.recipient)) return refused('consent-withheld-from-recipient', facts)
  const covered = fieldsOf(item)
  const beyond = disclosure.fields.filter((field) => withheld.fields.includes(field) || (covered !== null && !covered.includes(field)))
  return beyond.length > 0
    ? refused('consent-does-not-cover-fields', { ...facts, fields: beyond })
    : accepted({ kind: 'consent-item', id: item.id })
}

export interface Withheld {
  readonly fields: readonly PackageField[]
  readonly from: readonly OrganisationId[]
}
/**
 * What the person keeps back adds up over everything they ever said, whatever else they were asked since. One by one it ends, by words that name it, that
 * hold on this day and that came from who may give consent.
 */
export function withheldNow({ consents, giving, at }: Gate): Withheld {
  const fields = new Set<PackageField>()
  const from = new Set<OrganisationId>()
  for (const { given } of consents) {
    const holds = at >= given.validFrom && (given.validTo === null || at <= given.validTo)
    if (holds && isGivenByWhoMay(given, giving.band, giving)) {
      for (const field of given.liftedFields ?? []) fields.delete(field)
      for (const body of given.liftedFrom ?? []) from.delete(body)
    }
    for (const field of given.withheldFields) fields.add(field)
    for (const body of given.withheldFrom) from.add(body)
  }
  return { fields: [...fields], from: [...from] }
}

/** Whether a file may be counted in what leaves under a purpose that names nobody. */
export const mayBeExported = (gate: Gate, purpose: 'non-identifiable-statistics' | 'research-synthetic'): boolean =>
  consentFor(gate, { purpose, recipient: null, service: null, fields: [] }).ok

export interface AnswerNow {
  readonly item: ConsentItem
  readonly withdrawnAt: string | null
}
/**
 * The answer that holds for each question that was ever put: what the person sees of their own consent. It is the same that opens the gate; a question
 * that was passed over later hides no answer, so that a yes can always be taken back.
 */
export function answersNow({ consents }: Pick<Gate, 'consents'>): readonly AnswerNow[] {
  const found = new Map<string, AnswerNow & { readonly from: string }>()
  for (const { given, withdrawn } of consents)
    for (const item of given.items) {
      const question = `${item.purpose} ${item.recipient ?? ''} ${item.service ?? ''}`
      const before = found.get(question)
      const isAnswered = before !== undefined && before.item.answer !== 'not-asked'
      if (isAnswered && (item.answer === 'not-asked' || before.from > given.validFrom)) continue
      found.set(question, { item, withdrawnAt: withdrawn.get(item.id) ?? null, from: given.validFrom })
    }
  return [...found.values()].map(({ item, withdrawnAt }) => ({ item, withdrawnAt }))
}
