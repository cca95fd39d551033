/* From tables to the command that publishes them: converted, hashed, and said to the log. */
import { createHash } from 'node:crypto'
import { type Outcome, accepted, refused } from '../../../kernel/outcome.ts'
import type { Aggregate } from '../../../platform/log/aggregate.ts'
import { type FormEvent, type FormPublished, type FormState, type Sheets, formDecider, formKinds } from '../domain/form.ts'
import { prepareForm, tidySheets } from '../domain/prepare.ts'
import { problemFacts } from './answers-of-reading.ts'

export const formAggregate: Aggregate<FormState, FormPublished, FormEvent, null> = { name: 'form', decider: formDecider, kinds: formKinds }

export const sha256Of = (text: string): string => createHash('sha256').update(text).digest('hex')

export function publicationOf(
  sheets: Sheets,
  more: { readonly basedOn?: string | undefined; readonly note?: string | undefined },
): Outcome<FormPublished> {
  const tidy = tidySheets(sheets)
  const preparation = prepareForm(tidy)
  if (!preparation.ok) return refused('form-not-possible', { problems: problemFacts(preparation.problems) })
  const { form, version, title, languages, questions, xform } = preparation.prepared
  return accepted({
    ...{ form, version, title, questions, xform, languages: [...languages], sheets: tidy, sha256: sha256Of(xform) },
    ...(more.basedOn === undefined ? {} : { basedOn: more.basedOn }),
    ...(more.note === undefined ? {} : { note: more.note }),
  })
}
