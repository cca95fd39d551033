/* Who was there, badge by badge and half-day by half-day: boxes for finger and keyboard, sent together. What is not marked is neither there nor away. */
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { HalfDay, SessionShown } from '../../contract-training.ts'

export function AttendancePanel({ shown, again }: { readonly shown: SessionShown; readonly again: () => void }) {
  const { t } = useWords()
  const [changes, setChanges] = useState<ReadonlyMap<string, boolean>>(new Map())
  const { send, sending, error } = useCommand(`/api/training/sessions/${shown.line.id}/attendance`)
  const rows = shown.participants ?? []
  const open = shown.days.flatMap((day, at) => (day.on <= shown.today ? [{ day, at }] : []))
  const mark = (badge: number, halfDay: number, present: boolean) =>
    setChanges((before) => new Map(before).set(`${badge}/${halfDay}`, present))
  const marks = [...changes].map(([key, present]) => {
    const [badge = '0', halfDay = '0'] = key.split('/')
    return { badge: Number(badge), halfDay: Number(halfDay), present }
  })
  const save = async () => {
    const receipt = await send({ marks }).catch(() => null)
    if (receipt === null) return
    setChanges(new Map())
    again()
  }
  /** The whole hall at once for a half-day; who was away is then unticked. */
  const all = (halfDay: number) => rows.forEach(({ badge }) => mark(badge, halfDay, true))
  if (rows.length === 0) return <EmptyState title={t('training.nobody')}>{t('training.nobody.do')}</EmptyState>
  if (open.length === 0) return <EmptyState title={t('training.attendance.to-come')}>{t('training.attendance.to-come.do')}</EmptyState>
  return (
    <Panel title={t('training.tab.attendance')}>
      <div className="row tight no-print">
        {open.map(({ day, at }) => (
          <Button key={at} onClick={() => all(at)}>
            {t('training.attendance.all', { half: halfDayText(day, t) })}
          </Button>
        ))}
      </div>
      <div className="attendance">
        {rows.map(({ badge, category, attendance }) => (
          <div key={badge} className="attendance-row" role="group" aria-label={t('training.badge.n', { badge })}>
            <strong>
              {badge} · {t(`training.category.${category}`)}
            </strong>
            {open.map(({ day, at }) => (
              <label key={at}>
                <input
                  type="checkbox"
                  checked={changes.get(`${badge}/${at}`) ?? attendance[at] === true}
                  onChange={(event) => mark(badge, at, event.target.checked)}
                />
                {halfDayText(day, t)}
              </label>
            ))}
          </div>
        ))}
      </div>
      {error && <ErrorState error={error} />}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={marks.length === 0} onClick={() => void save()}>
          {t('training.attendance.save', { n: marks.length })}
        </Button>
      </div>
      <Source>{t('training.rule.trained')}</Source>
    </Panel>
  )
}
export const halfDayText = ({ on, part }: HalfDay, t: ReturnType<typeof useWords>['t']): string =>
  `${dateText(on).slice(0, 5)} ${t(`training.part.${part}`)}`
