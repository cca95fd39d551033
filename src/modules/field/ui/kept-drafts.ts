/*
Work that was begun on this telephone and not finished, read from the places where the screens of inspections and forms keep it. Only names of
things are read, never what was answered.
*/
import { deviceFiles, deviceKeep, type Keep } from '../../../app/device.ts'

export interface KeptDraft {
  readonly key: string
  readonly kind: 'form' | 'answers'
  readonly inspection: string
  /** Of a form: its key and version. */
  readonly form: string | null
  readonly savedAt: string | null
}
const FORM = 'chanzo.form.'
const ANSWERS = 'chanzo.inspection.'

export const keptDrafts = (keep: Keep = deviceKeep()): readonly KeptDraft[] =>
  keep
    .keys()
    .flatMap((key) => [...formDraft(keep, key), ...answersDraft(keep, key)])
    .toSorted((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''))

function formDraft(keep: Keep, key: string): readonly KeptDraft[] {
  // `<inspection>.<body>.<form>.<version>`
  const [inspection, body, form, version] = key.startsWith(FORM) ? key.slice(FORM.length).split('.') : []
  if (!inspection || !body || !form || !version) return []
  const savedAt = part(keep.getItem(key), 'savedAt')
  return [{ key, kind: 'form', inspection, form: `${form} · ${version}`, savedAt: typeof savedAt === 'string' ? savedAt : null }]
}
function answersDraft(keep: Keep, key: string): readonly KeptDraft[] {
  if (!key.startsWith(ANSWERS)) return []
  const text = keep.getItem(key)
  const answers = part(text, 'answers')
  const dissents = part(text, 'dissents')
  const some =
    (typeof answers === 'object' && answers !== null && Object.keys(answers).length > 0) || (Array.isArray(dissents) && dissents.length > 0)
  return some ? [{ key, kind: 'answers', inspection: key.slice(ANSWERS.length), form: null, savedAt: null }] : []
}
function part(text: string | null, name: string): unknown {
  try {
    const value: unknown = JSON.parse(text ?? 'null')
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  } catch {
    return undefined
  }
}

/** How many photographs lie with a draft of a form. */
export const photosOf = async ({ key, kind }: KeptDraft): Promise<number> =>
  kind === 'form' ? (await deviceFiles().keys(`${key.slice(FORM.length)}/`)).length : 0
