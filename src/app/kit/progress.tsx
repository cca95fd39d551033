/* Long work shows how far it is, and can be cancelled. */
import { useWords } from '../words.ts'
import { Button } from './button.tsx'

/** `of` null: the end is not known yet. */
export function Progress({
  label,
  done,
  of,
  cancel,
}: {
  readonly label: string
  readonly done: number
  readonly of: number | null
  readonly cancel?: () => void
}) {
  const { t } = useWords()
  const share = of === null || of === 0 ? null : Math.min(100, Math.round((done / of) * 100))
  return (
    <div className="stack" style={{ gap: 6 }}>
      <div className="row tight">
        <span className="grow">{label}</span>
        <span className="small">{share === null ? t('app.loading') : `${share} %`}</span>
        {cancel && <Button onClick={cancel}>{t('app.close')}</Button>}
      </div>
      {/* A progress element cannot be drawn alike in all browsers; without a value its end is not known. */}
      <div className="bar" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={100} aria-valuenow={share ?? undefined}>
        <i style={{ width: `${share ?? 30}%` }} />
      </div>
    </div>
  )
}
