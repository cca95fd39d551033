/* How many are harmed, as counts; and how sure an entry is: source, information, period, who else says it. Two independent voices are needed before anything is published. */
import { Button } from '../../../../app/kit/button.tsx'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { Credibility, Reliability } from '../../contract-sheets.ts'
import { countTyped } from './entry-draft.ts'
import type { PartProps } from './tab-props.ts'

export function VictimFields({ content: { victims }, set }: PartProps) {
  const { t } = useWords()
  return (
    <div className="stack">
      <p className="small">{t('workshop.victims.hint')}</p>
      <div className="field-row">
        {(['forcedLabour', 'children', 'sexualViolence'] as const).map((one) => (
          <TextField
            key={one}
            {...{ label: t(`workshop.victims.${one}`), type: 'number', inputMode: 'numeric', min: 0, placeholder: t('workshop.not-asked') }}
            value={victims[one] === null ? '' : String(victims[one])}
            onValue={(text) => set({ victims: { ...victims, [one]: countTyped(text) } })}
          />
        ))}
      </div>
    </div>
  )
}

export function SureFields({ content, set }: PartProps) {
  const { t } = useWords()
  const isBackwards = content.periodFrom !== null && content.periodUntil !== null && content.periodUntil < content.periodFrom
  return (
    <div className="stack">
      <div className="field-row two">
        <SelectField
          label={t('workshop.reliability')}
          value={content.reliability}
          options={Reliability.options.map((value) => ({ value, label: t(`workshop.reliability.${value}`) }))}
          onValue={(reliability) => set({ reliability })}
        />
        <SelectField
          label={t('workshop.credibility')}
          value={content.credibility}
          options={Credibility.options.map((value) => ({ value, label: t(`workshop.credibility.${value}`) }))}
          onValue={(credibility) => set({ credibility })}
        />
      </div>
      <div className="field-row two">
        <DateField
          {...{ label: t('workshop.period.from'), value: content.periodFrom ?? '' }}
          onValue={(day) => set({ periodFrom: day === '' ? null : day })}
        />
        <DateField
          {...{ label: t('workshop.period.until'), value: content.periodUntil ?? '' }}
          fault={isBackwards ? t('workshop.period.backwards') : undefined}
          onValue={(day) => set({ periodUntil: day === '' ? null : day })}
        />
      </div>
      <Corroborations content={content} set={set} />
      <Source>{t('workshop.grade.source')}</Source>
    </div>
  )
}

function Corroborations({ content: { corroborations }, set }: PartProps) {
  const { t } = useWords()
  const change = (index: number, part: Partial<(typeof corroborations)[number]>) =>
    set({ corroborations: corroborations.map((one, at) => (at === index ? { ...one, ...part } : one)) })
  return (
    <fieldset className="field">
      <legend>{t('workshop.corroborations')}</legend>
      <span className="hint">{t('workshop.corroborations.hint')}</span>
      {corroborations.map((one, index) => (
        <div key={index} className="workshop-line">
          <TextField
            {...{ label: t('workshop.corroboration.kind'), value: one.kind, maxLength: 60 }}
            onValue={(kind) => change(index, { kind })}
          />
          <DateField
            {...{ label: t('workshop.corroboration.on'), value: one.on ?? '' }}
            onValue={(on) => change(index, { on: on === '' ? null : on })}
          />
          <Button onClick={() => set({ corroborations: corroborations.toSpliced(index, 1) })}>{t('workshop.remove')}</Button>
        </div>
      ))}
      {corroborations.length < 20 && (
        <div>
          <Button onClick={() => set({ corroborations: [...corroborations, { kind: '', on: null }] })}>
            {t('workshop.corroboration.add')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
