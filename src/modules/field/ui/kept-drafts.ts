/*
Work that was begun on this telephone and not finished, read from the places where the screens of inspections and forms keep it. Only names of
things are read, never what was answered.
*/
import { deviceFiles, deviceKeep, type Keep } from '../../../app/device.ts'
import { addressOfDraft, isPersonDraft, savedAt as personSavedAt } from '../../../app/field/person-drafts.ts'

export interface KeptDraft {
  readonly key: string
  /** `other`: another entry, of a site, a mission, an order. */
  readonly kind: 'form' | 'answers' | 'other'
  /** Empty where it is of none. */
  readonly inspection: string
  /** Where it is gone on with; null where no screen shows it alone. */
  readonly to: string | null
  readonly search?: { readonly [name: string]: string }
  /** Of a form: its key and version. */
  readonly form: string | null
  readonly savedAt: string | null
}
const FORM = 'chanzo.form.'
const ANSWERS = 'chanzo.inspection.'
const KEPT = 'chanzo.kept.'
const ORDER = 'chanzo.order-draft:'

export const keptDrafts = (keep: Keep = deviceKeep()): readonly KeptDraft[] =>
  keep
    .keys()
    .flatMap((key) => [...formDraft(keep, key), ...answersDraft(keep, key), ...otherDraft(keep, key)])
    .toSorted((a, b) => (b.savedAt ?? '').localeCompare(a.savedAt ?? ''))

function formDraft(keep: Keep, key: string): readonly KeptDraft[] {
  // `<inspection>.<body>.<form>.<version>`
  const [inspection, body, form, version] = key.startsWith(FORM) ? key.slice(FORM.length).split('.') : []
  if (!inspection || !body || !form || !version) return []
  const savedAt = part(keep.getItem(key), 'savedAt')
  return [
    {
      key,
      kind: 'form',
      inspection,
      to: `/inspections/${inspection}/form`,
      form: `${form} · ${version}`,
      savedAt: typeof savedAt === 'string' ? savedAt : null,
    },
  ]
}
function answersDraft(keep: Keep, key: string): readonly KeptDraft[] {
  if (!key.startsWith(ANSWERS)) return []
  const text = keep.getItem(key)
  const answers = part(text, 'answers')
  const dissents = part(text, 'dissents')
  const some =
    (typeof answers === 'object' && answers !== null && Object.keys(answers).length > 0) || (Array.isArray(dissents) && dissents.length > 0)
  const inspection = key.slice(ANSWERS.length)
  return some ? [{ key, kind: 'answers', inspection, to: `/inspections/${inspection}`, form: null, savedAt: null }] : []
}
function otherDraft(keep: Keep, key: string): readonly KeptDraft[] {
  return isOther(key) && keep.getItem(key) !== null
    ? [{ key, kind: 'other', inspection: '', to: null, ...addressOf(key), form: null, savedAt: savedOf(keep, key) }]
    : []
}
const isOther = (key: string): boolean => key.startsWith(KEPT) || key.startsWith(ORDER) || isPersonDraft(key)
const savedOf = (keep: Keep, key: string): string | null => (isPersonDraft(key) ? (personSavedAt(keep.getItem(key)) ?? null) : null)
/** An entry is named `<account>.<name>`, with what it is about after a colon. */
function addressOf(key: string): Pick<KeptDraft, 'to' | 'search'> | undefined {
  if (isPersonDraft(key)) return { to: addressOfDraft(key) }
  if (key.startsWith(ORDER)) return { to: `/orders/drafts/${key.slice(ORDER.length)}` }
  const [name = '', of = ''] = key.slice(key.indexOf('.', KEPT.length) + 1).split(':')
  if (name === 'new-site') return { to: '/sites/new' }
  if (name === 'blue-request') return { to: `/sites/${of}` }
  return name === 'mission-plan' ? { to: '/missions/new', search: of === '' ? {} : { sites: of } } : undefined
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
