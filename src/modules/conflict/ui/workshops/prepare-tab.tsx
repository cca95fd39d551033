/* Before the hall opens: agenda and chairs. Chairs have a category, a sex and a group, never a name; the list with names stays on paper with who convened. */
import { useState } from 'react'
import { useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { useWords } from '../../../../app/words.ts'
import { MOST_SEATS, ParticipantCategory, type Seat } from '../../contract-workshops.ts'
import { AgendaShown } from './agenda.tsx'
import { type Counts, SEXES, countsOf, dealSeats, proposedCounts, totalOf, totalsBySex } from './dealing.ts'
import { SeatsPaper } from './seats-paper.tsx'
import { SeatsTable } from './seats-table.tsx'
import { Proposed } from './workshop-marks.tsx'
import type { TabProps } from './tab-props.ts'

export function PrepareTab({ data, mayRun }: TabProps) {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const paper = url['paper']
  if (paper === 'badges' || paper === 'list') return <SeatsPaper kind={paper} data={data} back={() => change({ paper: '' })} />
  const { groups, dotsEach } = data.convened
  return (
    <div className="stack">
      <Panel title={t('workshop.agenda')}>
        <AgendaShown items={data.convened.agenda} />
      </Panel>
      <Panel
        title={t('workshop.seats')}
        aside={
          data.seats.length > 0 && (
            <span className="row tight">
              <Button onClick={() => change({ paper: 'badges' })}>{t('workshop.paper.badges')}</Button>
              <Button onClick={() => change({ paper: 'list' })}>{t('workshop.paper.list')}</Button>
            </span>
          )
        }
      >
        {mayRun ? <SeatsEditor data={data} /> : <SeatsRead seats={data.seats} groups={groups} />}
      </Panel>
      <Source>{t('workshop.groups.source', { n: groups.length, dots: dotsEach })}</Source>
    </div>
  )
}

function SeatsRead({ seats, groups }: { readonly seats: readonly Seat[]; readonly groups: readonly string[] }) {
  const { t } = useWords()
  if (seats.length === 0) return <EmptyState title={t('workshop.seats.none')} />
  return (
    <ul className="plain-list">
      {groups.map((name, index) => (
        <li key={name}>{t('workshop.group.seats', { name, n: seats.filter((seat) => seat.group === index + 1).length })}</li>
      ))}
    </ul>
  )
}

function SeatsEditor({ data: { id, seats: kept, convened } }: Pick<TabProps, 'data'>) {
  const { t } = useWords()
  const [seats, setSeats] = useState<readonly Seat[]>(kept)
  const [counts, setCounts] = useState<Counts>(() => (kept.length === 0 ? proposedCounts : countsOf(kept)))
  const { send, sending, error, receipt, forget } = useCommand(`/api/conflict/workshops/${id}/seats`)
  const change = (next: readonly Seat[]) => {
    forget()
    setSeats(next)
  }
  const total = totalOf(totalsBySex(counts))
  const isChanged = JSON.stringify(seats) !== JSON.stringify(kept)
  return (
    <div className="stack">
      {kept.length === 0 && <Proposed />}
      <CountsEditor counts={counts} set={setCounts} />
      <div className="row tight">
        <strong className="grow">{t('workshop.seats.total', { n: total })}</strong>
        <Button
          kind={seats.length === 0 ? 'primary' : 'plain'}
          disabled={total === 0 || total > MOST_SEATS}
          onClick={() => change(dealSeats(counts, convened.groups.length))}
        >
          {t('workshop.seats.deal', { n: convened.groups.length })}
        </Button>
      </div>
      {total > MOST_SEATS && <Note>{t('workshop.seats.most', { n: MOST_SEATS })}</Note>}
      <Source>{t('workshop.seats.rule')}</Source>
      {seats.length > 0 && <SeatsTable seats={seats} groups={convened.groups} set={change} isOpen={isChanged} />}
      {error && <ErrorState error={error} />}
      {isChanged && seats.length > 0 && <Note>{t('workshop.seats.unsaved')}</Note>}
      {receipt && !isChanged && (
        <Note tone="good" live>
          {t('workshop.seats.saved', { n: kept.length })}
        </Note>
      )}
      <div className="form-actions">
        <Button kind="primary" busy={sending} disabled={!isChanged} onClick={() => void send({ seats }).catch(() => null)}>
          {t('workshop.seats.save')}
        </Button>
      </div>
    </div>
  )
}

function CountsEditor({ counts, set }: { readonly counts: Counts; readonly set: (counts: Counts) => void }) {
  const { t } = useWords()
  const read = (text: string): number => Math.min(MOST_SEATS, Math.max(0, Math.trunc(Number(text)) || 0))
  return (
    <div className="workshop-counts">
      {ParticipantCategory.options.map((category) => (
        <fieldset key={category} className="field">
          <legend>
            {t(`code.category.${category}`)} · {totalOf(counts[category])}
          </legend>
          <div className="workshop-three">
            {SEXES.map((sex) => (
              <TextField
                key={sex}
                {...{ label: t(`code.sex.${sex}`), type: 'number', min: 0, inputMode: 'numeric', value: String(counts[category][sex]) }}
                onValue={(text) => set({ ...counts, [category]: { ...counts[category], [sex]: read(text) } })}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </div>
  )
}
