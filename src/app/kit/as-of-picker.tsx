/*
Two dates over every picture of time: the day in question (as of) and the knowledge by which it is seen (known at). Both are
always visible; both live in the address as `asOf` and `knownAt`.
*/
import { useState } from 'react'
import { dateText } from '../../kernel/phrase.ts'
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import { todayHere } from './clock.ts'
import { Dialog } from './dialog.tsx'
import { DateField } from './field.tsx'
import { useUrlState } from './url-state.ts'

export interface AsOf {
  /** Days, or null for today. */
  readonly asOf: string | null
  readonly knownAt: string | null
}
/** The two dates of this address. */
export function useAsOf(): AsOf {
  const [state] = useUrlState()
  return { asOf: state['asOf'] ?? null, knownAt: state['knownAt'] ?? null }
}
/** The two dates as a query for the server: '' or `?asOf=…&knownAt=…`. */
export function asOfQuery({ asOf, knownAt }: AsOf): string {
  const parts = [asOf ? `asOf=${asOf}` : '', knownAt ? `knownAt=${knownAt}` : ''].filter(Boolean)
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

/** `onlyDay`: for what is asked as of a day by today's knowledge. */
export function AsOfPicker({ onlyDay = false }: { readonly onlyDay?: boolean }) {
  const { t } = useWords()
  const [, change] = useUrlState()
  const { asOf, knownAt } = useAsOf()
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState({ asOf: '', knownAt: '' })
  const show = (next: boolean) => {
    if (next) setDraft({ asOf: asOf ?? '', knownAt: knownAt ?? '' })
    setOpen(next)
  }
  const apply = (dates: { readonly asOf: string; readonly knownAt: string }) => {
    change(dates)
    setOpen(false)
  }
  const day = (date: string | null) => dateText(date ?? todayHere())
  return (
    <span className="row tight small">
      <span>
        {t('asof.asOf')} <b>{day(asOf)}</b>
        {!onlyDay && (
          <>
            {' '}
            · {t('asof.knownAt')} <b>{day(knownAt)}</b>
          </>
        )}
      </span>
      <Dialog
        title={t('asof.title')}
        explain={t('asof.explain')}
        open={open}
        onOpen={show}
        trigger={<Button kind="quiet">{t('asof.change')}</Button>}
        actions={
          <>
            <Button onClick={() => apply({ asOf: '', knownAt: '' })}>{t('asof.reset')}</Button>
            <Button kind="primary" onClick={() => apply(draft)}>
              {t('asof.apply')}
            </Button>
          </>
        }
      >
        <DateField label={t('asof.asOf')} value={draft.asOf} onValue={(asOfDay) => setDraft({ ...draft, asOf: asOfDay })} />
        {!onlyDay && (
          <DateField label={t('asof.knownAt')} value={draft.knownAt} onValue={(knownDay) => setDraft({ ...draft, knownAt: knownDay })} />
        )}
      </Dialog>
    </span>
  )
}
