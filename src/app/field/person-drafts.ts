/*
Forms about persons that were begun on a telephone and not sent. They lie under a mark of their own, so that whoever empties the telephone finds them:
before the road somebody chooses, after two weeks (D) they go by themselves. It refuses to know what was said.
*/
import { isCarriedTooLong } from '../../modules/cases/domain/emergency/may-be-carried.ts'
import type { Keep } from '../device.ts'

const MARK = 'chanzo.person.'
const NAME = 'interview'
/** One for each case to which an interview is added, and one for a case that is not there yet (''). */
export const interviewKey = (account: string, into: string): string => `${MARK}${account}.${NAME}${into === '' ? '' : `.${into}`}`
export const isPersonDraft = (key: string): boolean => key.startsWith(MARK)

/** Where it is gone on with. */
export function addressOfDraft(key: string): string {
  const [, , , , into] = key.split('.')
  return into === undefined ? '/interview' : `/cases/${into}/interview`
}

/** What cannot be read is shown by no screen, so nobody would throw it away. */
export function dropOldDrafts(keep: Pick<Keep, 'keys' | 'getItem' | 'removeItem'>, today: string): void {
  for (const key of keep.keys().filter(isPersonDraft)) {
    const on = savedAt(keep.getItem(key))?.slice(0, 10)
    if (on === undefined || isCarriedTooLong(on, today)) keep.removeItem(key)
  }
}
export function savedAt(text: string | null): string | undefined {
  try {
    const { lastAt }: { readonly lastAt?: unknown } = JSON.parse(text ?? '{}')
    return typeof lastAt === 'string' ? lastAt : undefined
  } catch {
    return undefined
  }
}
