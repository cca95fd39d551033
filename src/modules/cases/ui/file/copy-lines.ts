/*
What a person's own copy says, and what a copy for justice may hold: of the latter only the code and the statement, and only on a yes to a report to
justice that is not taken back. Pure, so that it can be proved.
*/
import { happenedLabel } from '../../domain/case/event-labels.ts'
import { localDay } from '../../domain/clocks/instants.ts'
import type { ConsentItem, Purpose } from '../../domain/consent/consent-words.ts'
import type { CaseWhole } from '../../domain/file/file-state.ts'
import type { Label } from '../../domain/label.ts'
import { CASE_ZONE } from './case-zone.ts'
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
export const isAgreedFor = (whole: Pick<CaseWhole, 'file'>, purpose: Purpose, now: string): boolean =>
  agreedNow(whole, now).some((item) => item.purpose === purpose)

export function justiceCopy(whole: Pick<CaseWhole, 'file'>, now: string): { readonly code: string } | null {
  return isAgreedFor(whole, 'justice-report', now) ? { code: whole.file.subject ?? '' } : null
}

/** How the team is organised is no part of what is kept about the person. */
const ours: readonly string[] = ['case-text.', 'case-keys.', 'case-team.', 'case-clock.', 'case-break-glass.', 'case-supervised', 'witness']
export function copyLines(
  events: readonly HappenedEvent[],
): readonly { readonly key: string; readonly day: string; readonly what: Label }[] {
  return events
    .filter(({ event }) => !ours.some((start) => event.kind.startsWith(start)))
    .map(({ event, learnedAt }, at) => ({ key: `${at} ${event.kind}`, day: localDay(learnedAt, CASE_ZONE), what: happenedLabel(event) }))
}
