/* Lots of a file: named, proposed from custody, stopped, freed by a second person. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { ActDialog } from '../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../app/kit/button.tsx'
import { CheckChoice } from '../../../app/kit/choice.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { DateField, LongTextField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import { addDays } from '../../../kernel/calendar.ts'
import type { IncidentDetail, ProposedLots } from '../contract-report.ts'
import { TextAct } from './act.tsx'

interface PanelProps {
  readonly detail: IncidentDetail
  readonly onDone: () => void
}
export function LotsPanel({ detail, onDone }: PanelProps) {
  const { t } = useWords()
  const { lots, lotsUnseen, may, incident } = detail
  const at = `/api/incidents/${incident.id}`
  return (
    <Panel
      title={t('incident.lots')}
      aside={
        <div className="row tight no-print">
          {may.nameLots && <NameLots detail={detail} onDone={onDone} />}
          {may.holdLots && (
            <TextAct
              {...{ title: t('incident-act.hold'), explain: t('incident-act.hold.explain'), path: `${at}/holds`, onDone }}
              {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }), kind: 'danger' }}
            />
          )}
          {may.freeLots && (
            <TextAct
              {...{ title: t('incident-act.free'), explain: t('incident-act.free.explain'), path: `${at}/releases`, onDone }}
              {...{ label: t('incident-act.reason'), data: (reason: string) => ({ reason }) }}
            />
          )}
        </div>
      }
    >
      {lots.length === 0 && lotsUnseen === 0 ? (
        <p className="small">{t('incident.lots.none')}</p>
      ) : (
        <ul className="plain-list stack">
          {lots.map((one) => (
            <li key={one.lot}>
              {one.holderName === null ? one.number : <AppLink to={`/lots/${one.lot}`}>{one.number}</AppLink>} ·{' '}
              {one.holderName ?? t('incident.lots.holder.unseen')}
              {one.held && <b className="incident-late"> · {t('incident.lots.held')}</b>}
            </li>
          ))}
        </ul>
      )}
      {lotsUnseen > 0 && <p className="small">{t('incident.lots.unseen', { n: lotsUnseen })}</p>}
    </Panel>
  )
}

function NameLots({ detail, onDone }: PanelProps) {
  const { t } = useWords()
  const { incident } = detail
  const day = incident.occurredOn ?? incident.reportedOn
  const [what, setWhat] = useState<'site' | 'place' | 'road'>(incident.site === null ? 'place' : 'site')
  const [value, setValue] = useState(incident.site === null ? (incident.place ?? '') : '')
  const [from, setFrom] = useState(addDays(day, -30))
  const [until, setUntil] = useState(todayHere())
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const asks = from !== '' && until !== '' && (what === 'site' ? incident.site !== null : value.trim() !== '')
  const query = new URLSearchParams({ what, from, until, ...(what === 'site' ? {} : { value: value.trim() }) })
  const { data, error } = useAnswer<ProposedLots>(asks ? `/api/incidents/${incident.id}/proposed-lots?${query.toString()}` : null)
  const known = new Set<string>(detail.lots.map((one) => one.lot))
  const offered = data?.lots.filter((one) => !known.has(one.lot)) ?? []
  return (
    <ActDialog
      title={t('incident-act.lots')}
      explain={t('incident-act.lots.explain')}
      go={t('incident-act.go')}
      kind="plain"
      path={`/api/incidents/${incident.id}/lots`}
      data={chosen.length === 0 || reason.trim() === '' ? null : { lots: chosen, reason: reason.trim() }}
      onDone={() => {
        setChosen([])
        onDone()
      }}
    >
      <SelectField
        label={t('incident-act.lots.what')}
        value={what}
        options={(incident.site === null ? (['place', 'road'] as const) : (['site', 'place', 'road'] as const)).map((one) => ({
          value: one,
          label: t(`incident-act.lots.${one}`),
        }))}
        onValue={setWhat}
      />
      {what !== 'site' && <TextField label={t(`incident-act.lots.${what}`)} value={value} onValue={setValue} maxLength={120} />}
      <div className="field-row two">
        <DateField label={t('incident-act.lots.from')} value={from} onValue={setFrom} />
        <DateField label={t('incident-act.lots.until')} value={until} onValue={setUntil} />
      </div>
      {error && <ErrorState error={error} />}
      {data && offered.length === 0 && <p className="small">{t('incident-act.lots.none')}</p>}
      {data?.shortened && <Note tone="calm">{t('incident-act.lots.shortened')}</Note>}
      <div className="stack">
        {offered.map((one) => (
          <CheckChoice
            key={one.lot}
            label={one.number}
            hint={one.holderName ?? ''}
            checked={chosen.includes(one.lot)}
            onChecked={(is) => setChosen(is ? [...chosen, one.lot] : chosen.filter((lot) => lot !== one.lot))}
          />
        ))}
      </div>
      <LongTextField label={t('incident-act.reason')} value={reason} onValue={setReason} maxLength={1_000} required />
    </ActDialog>
  )
}
