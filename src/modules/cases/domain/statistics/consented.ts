/*
Whether somebody agreed to be counted. The newest answer to exactly that question, not withdrawn; who never was asked did not agree. Nobody in
particular receives a figure, so no recipient and no field is asked about, and no age stands in for the answer: a no stays a no.
*/
import type { Consents } from '../consent/consent-state.ts'

export type CountedFor = 'non-identifiable-statistics' | 'research-synthetic'

export function isYes({ kept }: Consents, purpose: CountedFor): boolean {
  const answers = kept
    .toSorted((a, b) => (a.given.validFrom < b.given.validFrom ? -1 : a.given.validFrom > b.given.validFrom ? 1 : 0))
    .flatMap(({ given, withdrawn }) =>
      given.items
        .filter((item) => item.purpose === purpose && item.answer !== 'not-asked')
        .map((item) => item.answer === 'yes' && !withdrawn.has(item.id)),
    )
  return answers.at(-1) ?? false
}
