/* Breaches and drills of the own body; beginning a response. Clocks run from discovery, so the moment is asked first of all. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../../../app/api.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { CheckChoice, Choice } from '../../../../app/kit/choice.tsx'
import { LongTextField, TextField } from '../../../../app/kit/field.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import type { BreachLine, BreachList } from '../../contract-breach.ts'
import { codesOf, instantOf, localNow } from './breach-form.ts'

const exposures = ['identity', 'witness', 'case-file', 'device', 'statistics', 'unknown'] as const

export function BreachesPanel() {
  const { t } = useWords()
  const { data, error, again } = useAnswer<BreachList>('/api/breaches')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Panel title={t('breach.list')} aside={<NewBreach />}>
      <div className="stack">
        {data.isDrillDue ? (
          <Note>{t('breach.drill.due')}</Note>
        ) : (
          <p className="small">
            {t('breach.drill.next')} <DateText date={data.drillDueOn} />
          </p>
        )}
        {data.breaches.length === 0 && <EmptyState title={t('breach.list.none')} />}
        <ul className="plain-list stack">
          {data.breaches.map((one) => (
            <li key={one.id}>
              <AppLink to={`/safety/breaches/${one.id}`}>
                <b>{t(`breach.exposure.${one.exposure}`)}</b> · {t(`breach.state.${one.state}`)}
                {one.isDrill && ` · ${t('breach.drill.mark')}`}
              </AppLink>
              <Clocks clocks={one.clocks} />
            </li>
          ))}
        </ul>
        <Source>{t('breach.clock.source')}</Source>
      </div>
    </Panel>
  )
}

export function Clocks({ clocks }: { readonly clocks: BreachLine['clocks'] }) {
  const { t } = useWords()
  return (
    <ul className="plain-list small">
      {clocks.map(({ clock, dueAt, state }) => (
        <li key={clock}>
          {t(`breach.clock.${clock}`)} <InstantText at={dueAt} /> · <b>{t(`breach.clock.${state}`)}</b>
        </li>
      ))}
    </ul>
  )
}

function NewBreach() {
  const { t } = useWords()
  const navigate = useNavigate()
  const [id] = useState(newId)
  const [exposure, setExposure] = useState<(typeof exposures)[number] | ''>('')
  const [at, setAt] = useState(localNow)
  const [codes, setCodes] = useState('')
  const [isDrill, setIsDrill] = useState(false)
  const detectedAt = instantOf(at)
  const data = exposure === '' || detectedAt === null ? null : { step: 'detect', exposure, detectedAt, subjects: codesOf(codes), isDrill }
  return (
    <ActDialog
      kind="danger"
      title={t('breach.new')}
      explain={t('breach.new.explain')}
      go={t('breach.new.go')}
      path={`/api/breach-steps/${id}`}
      data={data}
      onDone={() => void navigate({ to: `/safety/breaches/${id}` })}
    >
      <Choice
        legend={t('breach.exposure')}
        value={exposure}
        onValue={setExposure}
        options={exposures.map((value) => ({ value, label: t(`breach.exposure.${value}`) }))}
      />
      <TextField label={t('breach.detected-at')} type="datetime-local" value={at} onValue={setAt} required />
      <LongTextField label={t('breach.codes')} hint={t('breach.codes.hint')} value={codes} onValue={setCodes} rows={3} sealed />
      <CheckChoice label={t('breach.drill')} checked={isDrill} onChecked={setIsDrill} />
    </ActDialog>
  )
}
