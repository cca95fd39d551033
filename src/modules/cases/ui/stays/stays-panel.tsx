/* Who sleeps in a house of one's own: codes, rooms, nights. A person's name is nowhere here, and why they came is asked by nobody. */
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField } from '../../../../app/kit/field.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Banner, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../../app/words.ts'
import type { StayRow, StaysAnswer } from '../../contract-stays.ts'

export function StaysPanel({ shelter }: { readonly shelter: string }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<StaysAnswer>(`/api/shelters/${shelter}/stays`)
  return (
    <Panel title={t('stays.title')}>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <div className="stack">
          {data.alert && <Banner tone={data.alert === 'full' ? 'red' : 'warn'}>{t(`stays.alert.${data.alert}`)}</Banner>}
          <Pairs
            lines={[
              [t('stays.tonight'), `${data.tonight.occupied} / ${data.tonight.available}`],
              [t('stays.month', { month: data.month.of }), percent(data.month.share)],
            ]}
          />
          {data.waiting.length > 0 && (
            <div className="row">
              {data.waiting.map((one) => (
                <AdmitDialog key={one.referral} shelter={shelter} waiting={one} rooms={data.rooms} stays={data.stays} again={again} />
              ))}
            </div>
          )}
          <DataTable
            plain
            caption={t('stays.title')}
            file="stays"
            rows={data.stays.filter((one) => one.leftOn === null)}
            rowKey={(one) => one.stay}
            order="room"
            columns={columns(t, { shelter, data, again })}
            empty={<EmptyState title={t('stays.none')} />}
          />
          <Source>
            {t('stays.rule', { days: data.rules.reviewAfterDays, percent: data.rules.nearlyFullPercent, mark: data.rules.mark })}
          </Source>
        </div>
      )}
    </Panel>
  )
}
const percent = (share: number | null): string => (share === null ? '—' : `${Math.round(share / 100)} %`)

interface Around {
  readonly shelter: string
  readonly data: StaysAnswer
  readonly again: () => void
}
const columns = (t: Translate, around: Around): readonly Column<StayRow>[] => [
  { key: 'subject', header: t('stays.code'), value: (one) => one.subject, cell: (one) => one.subject },
  { key: 'room', header: t('stays.room'), value: (one) => one.room, cell: (one) => one.room },
  { key: 'since', header: t('stays.since'), value: (one) => one.since, cell: (one) => <DateText date={one.since} /> },
  {
    ...{ key: 'nights', header: t('stays.nights'), numeric: true, value: (one) => one.nights },
    cell: (one) => (one.isReviewDue ? `${one.nights} · ${t('stays.review.due')}` : one.nights),
  },
  {
    ...{ key: 'acts', header: t('stays.acts'), value: () => '' },
    cell: (one) => (
      <span className="row tight">
        <MoveDialog {...around} stay={one} />
        {one.isReviewDue && <ReviewDialog {...around} stay={one} />}
        <LeaveDialog {...around} stay={one} />
      </span>
    ),
  },
]

const groups = ['women', 'men', 'girls', 'boys'] as const
const roomOptions = (t: Translate, rooms: StaysAnswer['rooms']) =>
  rooms.map((one) => ({ value: one.room, label: `${one.room} · ${t(`shelters.kind.${one.kind}`)} · ${one.occupied}/${one.beds}` }))

function AdmitDialog({
  shelter,
  waiting,
  rooms,
  stays,
  again,
}: { readonly waiting: StaysAnswer['waiting'][number]; readonly rooms: StaysAnswer['rooms']; readonly stays: readonly StayRow[] } & Omit<
  Around,
  'data'
>) {
  const { t } = useWords()
  const [stay] = useState(newId)
  const [room, setRoom] = useState(rooms[0]?.room ?? '')
  const [placedWith, setPlacedWith] = useState<(typeof groups)[number]>('women')
  const [family, setFamily] = useState('')
  const [on, setOn] = useState(todayHere())
  const families = [
    ...new Set([waiting.subject, ...stays.flatMap((one) => (one.leftOn === null && one.family !== null ? [one.family] : []))]),
  ]
  return (
    <ActDialog
      title={t('stays.admit', { code: waiting.subject })}
      explain={t('stays.admit.explain')}
      go={t('stays.admit.go')}
      path={`/api/shelters/${shelter}/admissions`}
      data={{ referral: waiting.referral, stay, room, on, placedWith, family: family === '' ? null : family }}
      onDone={again}
    >
      <SelectField label={t('stays.room')} value={room} options={roomOptions(t, rooms)} onValue={setRoom} />
      <SelectField
        label={t('stays.placed-with')}
        value={placedWith}
        options={groups.map((value) => ({ value, label: t(`shelters.kind.${value}`) }))}
        onValue={setPlacedWith}
      />
      <SelectField
        label={t('stays.family')}
        hint={t('stays.family.hint')}
        value={family}
        options={[
          { value: '', label: t('stays.family.none') },
          ...families.map((code) => ({
            value: code,
            label: t(code === waiting.subject ? 'stays.family.first' : 'stays.family.of', { code }),
          })),
        ]}
        onValue={setFamily}
      />
      <DateField label={t('stays.from')} value={on} onValue={setOn} />
    </ActDialog>
  )
}
function MoveDialog({ shelter, data, again, stay }: Around & { readonly stay: StayRow }) {
  const { t } = useWords()
  const [room, setRoom] = useState(stay.room)
  return (
    <ActDialog
      title={t('stays.move')}
      explain={t('stays.move.explain')}
      go={t('stays.move.go')}
      path={`/api/shelters/${shelter}/stays`}
      data={{ step: 'move', stay: stay.stay, room, on: todayHere() }}
      onDone={again}
    >
      <SelectField label={t('stays.room')} value={room} options={roomOptions(t, data.rooms)} onValue={setRoom} />
    </ActDialog>
  )
}
function ReviewDialog({ shelter, again, stay }: Around & { readonly stay: StayRow }) {
  const { t } = useWords()
  return (
    <ActDialog
      title={t('stays.review')}
      explain={t('stays.review.explain')}
      go={t('stays.review.go')}
      path={`/api/shelters/${shelter}/stays`}
      data={{ step: 'review', stay: stay.stay, on: todayHere() }}
      onDone={again}
    >
      <p>{t('stays.review.code', { code: stay.subject, nights: stay.nights })}</p>
    </ActDialog>
  )
}
const leaving = ['exit-plan-done', 'own-wish', 'moved-elsewhere', 'returned-home', 'stay-ended-by-house', 'unsafe-here', 'unknown'] as const
function LeaveDialog({ shelter, again, stay }: Around & { readonly stay: StayRow }) {
  const { t } = useWords()
  const [reason, setReason] = useState<(typeof leaving)[number]>('exit-plan-done')
  const [isForced, setForced] = useState(false)
  return (
    <ActDialog
      title={t('stays.leave')}
      explain={t('stays.leave.explain')}
      go={t('stays.leave.go')}
      path={`/api/shelters/${shelter}/stays`}
      data={{ step: 'leave', stay: stay.stay, reason, isForced, on: todayHere() }}
      onDone={again}
    >
      <SelectField
        label={t('stays.leave.why')}
        value={reason}
        options={leaving.map((value) => ({ value, label: t(`stays.leave.${value}`) }))}
        onValue={setReason}
      />
      <CheckChoice label={t('stays.leave.forced')} checked={isForced} onChecked={setForced} />
    </ActDialog>
  )
}
