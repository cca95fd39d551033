/* From what stands in the form of a project's head to the head, and back; which of its fields a revision changed. Pure, so that it is tried without a browser. */
import type { ProjectHead } from '../contract.ts'
import { saidOf } from './plan-forms.ts'

export const HEAD_TEXTS = ['fr', 'en', 'donor', 'donorRef', 'implementer', 'implementerRef'] as const
export const MAY_BE_EMPTY: readonly string[] = ['en', 'donorRef', 'implementerRef']
export type HeadForm = { readonly [key in (typeof HEAD_TEXTS)[number] | 'startsOn' | 'endsOn']: string } & {
  readonly isProtection: boolean
}

export const headForm = (head: ProjectHead | null): HeadForm => ({
  ...{ fr: head?.title.fr ?? '', en: head?.title.en ?? '', donor: head?.donor ?? '', donorRef: head?.donorRef ?? '' },
  ...{ implementer: head?.implementer ?? '', implementerRef: head?.implementerRef ?? '' },
  ...{ startsOn: head?.startsOn ?? '', endsOn: head?.endsOn ?? '', isProtection: head?.isProtection ?? false },
})
/** `null` while a field is missing. */
export function headFrom(form: HeadForm): object | null {
  const { fr, en, startsOn, endsOn, isProtection, ...texts } = form
  const isReady = HEAD_TEXTS.every((one) => MAY_BE_EMPTY.includes(one) || form[one].trim() !== '') && startsOn !== '' && endsOn !== ''
  const filled = Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, text.trim()]])))
  return isReady ? { ...filled, title: saidOf(fr, en), startsOn, endsOn, isProtection } : null
}
export interface HeadChange {
  readonly field: keyof HeadForm
  readonly before: string | boolean
  readonly after: string | boolean
}
export function headChanges(was: ProjectHead, next: ProjectHead): readonly HeadChange[] {
  const [before, after] = [headForm(was), headForm(next)]
  return ([...HEAD_TEXTS, 'startsOn', 'endsOn', 'isProtection'] as const).flatMap((field) =>
    before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
  )
}
