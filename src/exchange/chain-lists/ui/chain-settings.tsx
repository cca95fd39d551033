/* What each column says, and what holds for rows that do not say it. */
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { ImportAnswer } from '../chain-words.ts'
import { type FieldName, fieldsOf, guessMapping, listKinds, neededFields } from '../fields.ts'

/** As the form holds them; the server reads identifiers. */
export interface ChainForm {
  readonly kind: ImportAnswer['kind']
  readonly mapping: { readonly [field: string]: number }
  readonly unit: 'kg' | 'g' | 't'
  readonly dayOrder: 'day-first' | 'month-first'
  readonly mineral?: string | undefined
  readonly site?: string | undefined
  readonly holder?: string | undefined
  readonly tagIssuer?: string | undefined
  readonly doubtful: 'leave' | 'take'
}
export interface ChainSettingsProps {
  readonly data: ImportAnswer
  readonly settings: ChainForm
  readonly onSettings: (settings: ChainForm) => void
  readonly onTry: () => void
}
const minerals = ['Sn', 'Ta', 'W', 'Au'] as const

export function ChainSettingsForm({ data, settings, onSettings, onTry }: ChainSettingsProps) {
  const { t } = useWords()
  const names = (data.found?.columns ?? []).map(({ name }) => String(name))
  const { kind } = settings
  const needed: readonly FieldName[] = neededFields[kind]
  const ready = needed.every((field) => settings.mapping[field] !== undefined)
  return (
    <Panel title={t('chain.columns')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) onTry()
        }}
      >
        <p className="small">{t('chain.columns.hint')}</p>
        <SelectField
          label={t('chain.kind')}
          value={kind}
          options={listKinds.map((value) => ({ value, label: t(`chain.kind.${value}`) }))}
          onValue={(next) => onSettings({ ...settings, kind: next, mapping: { ...guessMapping(next, names) } })}
        />
        {fieldsOf[kind].map((field) => (
          <ColumnField key={field} field={field} isNeeded={needed.includes(field)} {...{ data, settings, onSettings }} />
        ))}
        <WholeList settings={settings} onSettings={onSettings} />
        <div className="form-actions">
          <Button kind="primary" type="submit">
            {t('chain.try')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

type FieldProps = Omit<ChainSettingsProps, 'onTry'> & { readonly field: FieldName; readonly isNeeded: boolean }
function ColumnField({ field, isNeeded, data, settings, onSettings }: FieldProps) {
  const { t } = useWords()
  const columns = data.found?.columns ?? []
  const at = settings.mapping[field]
  const samples = at === undefined ? [] : (columns[at]?.samples ?? [])
  const label = t(`chain.field.${field}`)
  const choose = (value: string) => {
    const place = value === '' ? undefined : Number(value)
    const others = Object.entries(settings.mapping).filter(([name, other]) => name !== field && other !== place)
    onSettings({ ...settings, mapping: Object.fromEntries(place === undefined ? others : [...others, [field, place]]) })
  }
  return (
    <SelectField
      label={isNeeded ? t('chain.needed', { field: label }) : label}
      {...(samples.length > 0 ? { hint: t('chain.sample', { samples: samples.map(String).join(' · ') }) } : {})}
      value={at === undefined ? '' : String(at)}
      options={[
        { value: '', label: t('chain.column.none') },
        ...columns.map(({ name }, place) => ({ value: String(place), label: String(name) })),
      ]}
      onValue={choose}
    />
  )
}

function WholeList({ settings, onSettings }: Pick<ChainSettingsProps, 'settings' | 'onSettings'>) {
  const { t } = useWords()
  const { data } = useAnswer<{ readonly organisations: readonly { readonly id: string; readonly name: string }[] }>('/api/organisations')
  const { mineral: _mineral, ...withoutMineral } = settings
  const { holder: _holder, ...withoutHolder } = settings
  return (
    <>
      <SelectField
        label={t('chain.unit')}
        value={settings.unit}
        options={(['kg', 'g', 't'] as const).map((value) => ({ value, label: t(`chain.unit.${value}`) }))}
        onValue={(unit) => onSettings({ ...settings, unit })}
      />
      <SelectField
        label={t('chain.days')}
        value={settings.dayOrder}
        options={(['day-first', 'month-first'] as const).map((value) => ({ value, label: t(`chain.days.${value}`) }))}
        onValue={(dayOrder) => onSettings({ ...settings, dayOrder })}
      />
      {settings.kind === 'mine-sheet' && (
        <>
          <SelectField
            label={t('chain.mineral')}
            value={settings.mineral ?? ''}
            options={[{ value: '', label: t('chain.none') }, ...minerals.map((value) => ({ value: String(value), label: value }))]}
            onValue={(value) => {
              const mineral = minerals.find((one) => one === value)
              onSettings(mineral === undefined ? withoutMineral : { ...settings, mineral })
            }}
          />
          <SelectField
            label={t('chain.holder')}
            value={settings.holder ?? ''}
            options={[
              { value: '', label: t('chain.none') },
              ...(data?.organisations ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onValue={(id) => onSettings(id === '' ? withoutHolder : { ...settings, holder: id })}
          />
        </>
      )}
      <SelectField
        label={t('chain.doubtful')}
        value={settings.doubtful}
        options={(['leave', 'take'] as const).map((value) => ({ value, label: t(`chain.doubtful.${value}`) }))}
        onValue={(doubtful) => onSettings({ ...settings, doubtful })}
      />
    </>
  )
}
