/* Long work shows how far it is, and can be cancelled. */
import { Progress as Radix } from 'radix-ui'
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
      <Radix.Root className="bar" value={share} aria-label={label}>
        <Radix.Indicator asChild>
          <i style={{ width: `${share ?? 30}%` }} />
        </Radix.Indicator>
      </Radix.Root>
    </div>
  )
}
