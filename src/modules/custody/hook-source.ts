/*
What machines of partners are told of lots: that one is held or free again, to who sees the lot. Held by hand, by a seizure, or at once by what was
recorded (the rules that found it are named). Reasons stay in the house: they are free text.
*/
import { listOf, looseRecord, maybe, mustParse, text } from '../../kernel/schema.ts'
import { subjectId } from '../../platform/log/event.ts'
import type { HookNews, HookSource } from '../../platform/log/hook-source.ts'

/** Of whatever was recorded of a lot: the findings, and the lots that stand still with it. */
const Recorded = looseRecord({
  findings: maybe(listOf(looseRecord({ rule: text(), severity: text() }), 1000)),
  alsoHeld: maybe(listOf(text(), 1000)),
})
const RECORDED = [
  ...['lot.bag-registered.v1', 'lot.combined.v1', 'lot.formed.v1', 'lot.received.v1', 'lot.handed-over.v1', 'lot.stored.v1'],
  ...['lot.left-depot.v1', 'lot.packed.v1', 'gold.sachet-sealed.v1', 'gold.bar-cast.v1', 'gold.reopened.v1'],
] as const
const BY_HAND: { readonly [kind: string]: string } = {
  'lot.quarantined.v1': 'held',
  'lot.released.v1': 'released',
  'lot.seized.v1': 'seized',
  'lot.seizure-lifted.v1': 'seizure-lifted',
}

export const lotHooks: HookSource = {
  kinds: [...RECORDED, ...Object.keys(BY_HAND)],
  needEarlier: [],
  newsOf: ({ kind, subject, happenedAt, payload }) => {
    const on = happenedAt.slice(0, 10)
    const news = (lot: string, state: string, rules: readonly string[]): HookNews => ({
      ...{ kind: 'hold', data: { of: 'lot', lot, state, on, rules } },
      concerns: { organisations: [], lot },
    })
    const byHand = BY_HAND[kind]
    if (byHand !== undefined) return [news(subjectId(subject), byHand, [])]
    const { findings = [], alsoHeld = [] } = mustParse(Recorded, payload)
    const rules = findings.flatMap(({ rule, severity }) => (severity === 'C' ? [rule] : []))
    const own = rules.length > 0 ? [news(subjectId(subject), 'held', rules)] : []
    return [...own, ...alsoHeld.map((lot) => news(lot, 'held', rules))]
  },
}
