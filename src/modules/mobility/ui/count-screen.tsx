/*
The sheet of who counts: tap who is in the group, note it, and keep what was noted when there is a moment. The same at a desk and on a telephone without network. What was noted
and not kept yet stays on the device. Nobody is asked anything and no name has a field.
*/
import { useState } from 'react'
import { troubleOf } from '../../../app/api.ts'
import { useAnswer, useCommand } from '../../../app/ask.ts'
import { deviceKeep, fieldHand } from '../../../app/device.ts'
import { Button } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { DateField, SelectField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { listOf, parse } from '../../../kernel/schema.ts'
import { wallClock } from '../../../kernel/zones.ts'
import { FlowGroup, type PointLine, type Points } from '../contract.ts'
import { TallySheet } from './tally-sheet.tsx'
import './mobility.css'

const PLACE = 'chanzo.form.flow-count'
const instantNow = (): string => new Date().toISOString()

export function CountScreen() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<Points>('/api/flow-points')
  const open = data?.points.filter((one) => one.state !== 'closed')
  return (
    <Page title={t('flow-count.title')} under={t('flow-count.under')}>
      {error && !data && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {open?.length === 0 && <Note tone="calm">{t('flow-count.point.none')}</Note>}
      {open !== undefined && open.length > 0 && <Sheet points={open} />}
    </Page>
  )
}

function Sheet({ points }: { readonly points: readonly PointLine[] }) {
  const { t } = useWords()
  const only = points.length === 1 ? String(points[0]?.id) : ''
  const [chosen, choose] = useState(() => deviceKeep().getItem(`${PLACE}.point`) ?? only)
  const point = points.find((one) => one.id === chosen)
  const pick = (id: string) => {
    deviceKeep().setItem(`${PLACE}.point`, id)
    choose(id)
  }
  return (
    <div className="stack">
      <Panel>
        <SelectField
          label={t('flow-count.point')}
          value={point ? chosen : ''}
          options={[
            { value: '', label: t('flow-count.point.choose') },
            ...points.map((one) => ({ value: String(one.id), label: `${one.name} · ${one.areaName}` })),
          ]}
          onValue={pick}
        />
        {point && <p className="small">{t('flow-count.zone', { zone: point.zone })}</p>}
      </Panel>
      {point && <Counting key={point.id} point={point} />}
    </div>
  )
}

function Counting({ point }: { readonly point: PointLine }) {
  const { t } = useWords()
  const today = wallClock(instantNow(), point.zone).day
  const [day, setDay] = useState(today)
  const [groups, setGroups] = useState(() => keptGroups(point.id))
  const [sure, setSure] = useState(false)
  const [kept, setKept] = useState(false)
  const { send, sending, error } = useCommand('/api/flow-counts')
  const change = (next: readonly FlowGroup[]) => {
    setKept(false)
    setGroups(next)
    deviceKeep().setItem(`${PLACE}.${point.id}`, JSON.stringify(next))
  }
  const hour = day === today ? Number(wallClock(instantNow(), point.zone).time.slice(0, 2)) : null
  const keep = async () => {
    const receipt = await send({ point: point.id, day, groups }).catch(() => null)
    if (receipt === null) return
    change([])
    setSure(false)
    setKept(true)
  }
  const passed = groups.reduce((all, one) => all + one.size, 0)
  return (
    <>
      {kept && (
        <Note tone="good" live>
          {t(fieldHand() === null ? 'flow-count.kept' : 'flow-count.kept.offline')}
        </Note>
      )}
      <TallySheet hour={hour} onGroup={(group) => change([...groups, group])} />
      <Panel title={t('flow-count.list')} aside={<span className="small">{t('flow-count.sum', { n: passed })}</span>}>
        <div className="stack">
          <DateField label={t('flow-count.day')} value={day} max={today} onValue={setDay} />
          {groups.length === 0 && <CheckChoice label={t('flow-count.none.sure')} checked={sure} onChecked={setSure} />}
          {error && (isUnreachable(error) ? <Note live>{t('flow-count.waits-here')}</Note> : <ErrorState error={error} />)}
          <div className="form-actions">
            {groups.length > 0 && <Button onClick={() => change(groups.slice(0, -1))}>{t('flow-count.take-off')}</Button>}
            <Button kind="primary" busy={sending} disabled={day === '' || (groups.length === 0 && !sure)} onClick={() => void keep()}>
              {groups.length === 0 ? t('flow-count.send.none') : t('flow-count.send', { n: groups.length })}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  )
}
/** The groups are on this device already: that nobody answered takes nothing away from who counts. */
const isUnreachable = (error: Error): boolean => troubleOf(error).kind === 'offline'
function keptGroups(point: string): readonly FlowGroup[] {
  try {
    const read = parse(listOf(FlowGroup, 500), JSON.parse(deviceKeep().getItem(`${PLACE}.${point}`) ?? '[]'))
    return read.ok ? read.value : []
  } catch {
    return []
  }
}
