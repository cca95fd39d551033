/*
What a person's own copy says, and what copies for others may hold. For justice only the code and the statement, for one body that the consent gate lets
it go to. For a family only what is done and no word of what was told: of a child, or on a yes to looking for the family. Pure, so that it can be proved.
*/
import { happenedLabel } from '../../domain/case/event-labels.ts'
import { localDay } from '../../domain/clocks/instants.ts'
import type { ConsentItem, Disclosure } from '../../domain/consent/consent-words.ts'
import { answersNow, consentFor } from '../../domain/consent/gate.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import type { Label } from '../../domain/label.ts'
import { isChild } from '../../domain/profile/profile.ts'
import type { OrganisationId } from '../../../people/contract.ts'
import { type GateAsked, gateOfCase } from './case-gate.ts'
import { FIRST_ZONE } from '../../domain/rules/area-zone.ts'
import type { HappenedEvent } from './fold.ts'

/** Said yes, not withdrawn, not over, and not answered no since to the same question. */
export function agreedNow({ file }: Pick<CaseWhole, 'file'>, now: string): readonly ConsentItem[] {
  const answers = file.consents.kept
    .filter(({ given }) => given.validFrom <= now && (given.validTo === null || given.validTo > now))
    .flatMap(({ given, withdrawn }) =>
      given.items.filter((item) => item.answer !== 'not-asked').map((item) => ({ item, isGone: withdrawn.has(item.id) })),
    )
  const same = (a: ConsentItem, b: ConsentItem): boolean =>
    a.purpose === b.purpose && a.recipient === b.recipient && a.service === b.service
  return answers
    .filter(({ item, isGone }, at) => item.answer === 'yes' && !isGone && !answers.slice(at + 1).some((later) => same(later.item, item)))
    .map(({ item }) => item)
}
/** Bodies to which the gate lets these fields go for this purpose at this moment. */
function recipientsOf(whole: GateAsked, now: string, asked: Pick<Disclosure, 'purpose' | 'fields'>): readonly OrganisationId[] {
  const gate = gateOfCase(whole, now)
  if (gate === null) return []
  const named = answersNow(gate).flatMap(({ item }) => (item.purpose === asked.purpose && item.recipient !== null ? [item.recipient] : []))
  return [...new Set(named)].filter((recipient) => consentFor(gate, { ...asked, recipient, service: null }).ok)
}
/** To which bodies the statement may be handed; none: there is no copy. */
export const justiceCopies = (whole: GateAsked, now: string): readonly OrganisationId[] =>
  recipientsOf(whole, now, { purpose: 'justice-report', fields: ['statement'] })
export const isFamilyCopyPossible = (whole: GateAsked, now: string): boolean =>
  (whole.profile !== null && isChild(whole.profile)) || recipientsOf(whole, now, { purpose: 'family-tracing', fields: [] }).length > 0

/** How the team is organised is no part of what is kept about the person. */
const ours: readonly string[] = ['case-text.', 'case-keys.', 'case-team.', 'case-clock.', 'case-break-glass.', 'case-supervised', 'witness']
export function copyLines(
  events: readonly HappenedEvent[],
  zone: string = FIRST_ZONE,
): readonly { readonly key: string; readonly day: string; readonly what: Label }[] {
  return events
    .filter(({ event }) => !ours.some((start) => event.kind.startsWith(start)))
    .map(({ event, learnedAt }, at) => ({ key: `${at} ${event.kind}`, day: localDay(learnedAt, zone), what: happenedLabel(event) }))
}
