/* Where the team goes and what may happen: security note, the way day by day, nights, risks. People by function, never by name. */
import { DateField, LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { addDays } from '../../../../kernel/calendar.ts'
import { useWords } from '../../../../app/words.ts'
import type { PlanPart } from './plan-money.tsx'
import { type DayRow, levels, transports } from './plan.ts'
import { RowsEditor } from './rows-editor.tsx'

export function PlanSecurity({ form, change }: PlanPart) {
  const { t } = useWords()
  const { note } = form
  const edit = (part: Partial<typeof note>) => change({ note: { ...note, ...part } })
  return (
    <Panel title={t('plan.security')}>
      <p className="small">{t('plan.security.explain')}</p>
      <div className="stack">
        <TextField
          label={t('plan.security.by')}
          hint={t('plan.security.by.hint')}
          value={note.givenBy}
          onValue={(givenBy) => edit({ givenBy })}
          maxLength={160}
        />
        <div className="field-row low">
          <DateField label={t('plan.security.date')} value={note.date} onValue={(date) => edit({ date })} />
          <SelectField
            label={t('plan.security.level')}
            value={note.level}
            options={levels.map((value) => ({ value: String(value), label: t(`plan.security.level.${value}`) }))}
            onValue={(level) => edit({ level })}
          />
          <DateField
            label={t('plan.security.until')}
            value={note.validUntil}
            onValue={(validUntil) => edit({ validUntil })}
            min={note.date}
          />
        </div>
        <LongTextField label={t('plan.security.text')} value={note.text} onValue={(text) => edit({ text })} rows={3} maxLength={4000} />
      </div>
    </Panel>
  )
}

export function PlanWay({ form, change }: PlanPart) {
  const { t } = useWords()
  const next = (last: DayRow | undefined): DayRow => ({
    date: last ? (last.date < form.to ? addDays(last.date, 1) : last.date) : form.from,
    ...{ from: last?.to ?? '', to: '', transport: last?.transport ?? 'car', hoursOnFoot: '', nightAt: '', contactFunction: '' },
  })
  return (
    <Panel title={t('plan.way')}>
      <div className="stack">
        <RowsEditor
          rows={form.days}
          onRows={(days) => change({ days })}
          fresh={next}
          add={t('plan.way.add')}
          name={(_row, at) => `${t('plan.way.day')} ${at + 1}`}
        >
          {(row, edit) => (
            <>
              <DateField
                label={t('plan.way.date')}
                value={row.date}
                onValue={(date) => edit({ date })}
                min={form.from}
                max={form.to}
                required
              />
              <TextField label={t('plan.way.from')} value={row.from} onValue={(from) => edit({ from })} maxLength={160} required />
              <TextField label={t('plan.way.to')} value={row.to} onValue={(to) => edit({ to })} maxLength={160} required />
              <SelectField
                label={t('plan.way.transport')}
                value={row.transport}
                options={transports.map((value) => ({ value: String(value), label: t(`plan.transport.${value}`) }))}
                onValue={(transport) => edit({ transport })}
              />
              <TextField
                label={t('plan.way.foot')}
                value={row.hoursOnFoot}
                onValue={(hoursOnFoot) => edit({ hoursOnFoot })}
                inputMode="decimal"
                maxLength={5}
              />
              <TextField label={t('plan.way.night')} value={row.nightAt} onValue={(nightAt) => edit({ nightAt })} maxLength={160} />
              <TextField
                label={t('plan.way.contact')}
                value={row.contactFunction}
                onValue={(contactFunction) => edit({ contactFunction })}
                maxLength={160}
              />
            </>
          )}
        </RowsEditor>
        <Nights form={form} change={change} />
        <Risks form={form} change={change} />
      </div>
    </Panel>
  )
}

function Nights({ form, change }: PlanPart) {
  const { t } = useWords()
  return (
    <>
      <h3>{t('plan.stays')}</h3>
      <RowsEditor
        rows={form.stays}
        onRows={(stays) => change({ stays })}
        fresh={(last) => ({ place: '', from: last?.to ?? form.from, to: form.to, lodging: '' })}
        add={t('plan.stays.add')}
        name={(row, at) => row.place || `${t('plan.stays.one')} ${at + 1}`}
      >
        {(row, edit) => (
          <>
            <TextField label={t('plan.stays.place')} value={row.place} onValue={(place) => edit({ place })} maxLength={160} required />
            <DateField label={t('missions.from')} value={row.from} onValue={(from) => edit({ from })} required />
            <DateField label={t('missions.to')} value={row.to} onValue={(to) => edit({ to })} min={row.from} required />
            <TextField label={t('plan.stays.lodging')} value={row.lodging} onValue={(lodging) => edit({ lodging })} maxLength={160} />
          </>
        )}
      </RowsEditor>
    </>
  )
}

function Risks({ form, change }: PlanPart) {
  const { t } = useWords()
  return (
    <>
      <h3>{t('plan.risks')}</h3>
      <RowsEditor
        rows={form.risks}
        onRows={(risks) => change({ risks })}
        fresh={() => ({ risk: '', measure: '' })}
        add={t('plan.risks.add')}
        name={(row, at) => row.risk || `${t('plan.risks.one')} ${at + 1}`}
      >
        {(row, edit) => (
          <>
            <TextField label={t('plan.risks.risk')} value={row.risk} onValue={(risk) => edit({ risk })} maxLength={400} required />
            <TextField label={t('plan.risks.measure')} value={row.measure} onValue={(measure) => edit({ measure })} maxLength={400} />
          </>
        )}
      </RowsEditor>
    </>
  )
}
