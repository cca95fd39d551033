/* Two officers changed the same field: both values side by side, and a choice for each. Nothing that was typed is lost. */
import { troubleOf } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'

export interface Clash {
  readonly field: string
  readonly theirs: unknown
  readonly yours: unknown
}
export interface Clashes {
  readonly clashes: readonly Clash[]
  /** Sent as `seen` once the officer has compared. */
  readonly version: number
}

/** What a refusal `changed-meanwhile` says; `null` for any other trouble. */
export function clashesIn(error: unknown): Clashes | null {
  const { refusal } = troubleOf(error)
  if (refusal?.code !== 'changed-meanwhile') return null
  const { clashes, version } = refusal.facts
  if (!Array.isArray(clashes) || typeof version !== 'number') return null
  const read = clashes.flatMap((one: unknown) =>
    isRecord(one) ? [{ field: String(one['field']), theirs: one['theirs'], yours: one['yours'] }] : [],
  )
  return { clashes: read, version }
}
const isRecord = (value: unknown): value is { readonly [name: string]: unknown } => typeof value === 'object' && value !== null

/** A value of any field in a line. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return '–'
  if (Array.isArray(value)) return value.map(valueText).join(', ')
  if (isRecord(value)) {
    const { at } = value
    if (isRecord(at)) return `${String(at['latitude'])}, ${String(at['longitude'])}`
    return Object.values(value).map(valueText).join(' › ')
  }
  return String(value)
}

/** Minerals by their names; everything else as it was typed. */
const shown = (field: string, value: unknown): string =>
  field === 'minerals' && Array.isArray(value)
    ? value.map((one) => wordOr(`mineral.${String(one)}`, String(one))).join(', ')
    : valueText(value)

export interface ClashNoteProps {
  readonly found: Clashes
  readonly busy: boolean
  readonly onMine: () => void
  readonly onTheirs: (fields: readonly string[]) => void
}
export function ClashNote({ found, busy, onMine, onTheirs }: ClashNoteProps) {
  const { t } = useWords()
  return (
    <Note tone="red" live>
      <strong>{t('register.clash.title')}</strong>
      <p>{t('register.clash.what')}</p>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('register.clash.field')}</th>
            <th scope="col">{t('register.clash.yours')}</th>
            <th scope="col">{t('register.clash.theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {found.clashes.map((clash) => (
            <tr key={clash.field}>
              <th scope="row">{wordOr(`register.field.${clash.field}`, clash.field)}</th>
              <td>{shown(clash.field, clash.yours)}</td>
              <td>{shown(clash.field, clash.theirs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row tight">
        <Button busy={busy} onClick={onMine}>
          {t('register.clash.mine')}
        </Button>
        <Button onClick={() => onTheirs(found.clashes.map((clash) => clash.field))}>{t('register.clash.take-theirs')}</Button>
      </div>
    </Note>
  )
}
