/* What each column says, and where the list comes from. The usual fields stand open, the rarer ones behind one touch. */
import { Button } from '../../../app/kit/button.tsx'
import { DateField, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { useWords } from '../../../app/words.ts'
import { type FieldName, fieldNames, neededFields } from '../fields.ts'
import type { ListSettings, ReadList } from '../list-words.ts'

const usual: readonly FieldName[] = ['nationalId', 'name', 'latitude', 'longitude', 'province', 'territoire', 'minerals', 'activity']
const origins = ['gps', 'approximation', 'village', 'map', 'unknown'] as const

export interface SettingsFormProps {
  readonly list: ReadList
  readonly settings: ListSettings
  readonly busy: boolean
  readonly onSettings: (settings: ListSettings) => void
  readonly onTry: () => void
}
export function SettingsForm({ list, settings, busy, onSettings, onTry }: SettingsFormProps) {
  const { t } = useWords()
  const isNeeded = (field: FieldName): boolean => neededFields.some((one) => one === field)
  const ready =
    neededFields.every((field) => settings.mapping[field] !== undefined) && settings.source.trim() !== '' && settings.date !== ''
  const column = (field: FieldName) => {
    const at = settings.mapping[field]
    const samples = at === undefined ? [] : (list.columns[at]?.samples ?? [])
    return (
      <SelectField
        key={field}
        label={isNeeded(field) ? t('lists.column.needed', { field: t(`lists.field.${field}`) }) : t(`lists.field.${field}`)}
        hint={samples.length > 0 ? t('lists.column.sample', { samples: samples.map(String).join(' · ') }) : ''}
        value={at === undefined ? '' : String(at)}
        options={[
          { value: '', label: t('lists.column.none') },
          ...list.columns.map(({ name }, place) => ({ value: String(place), label: name === '' ? `(${place + 1})` : name })),
        ]}
        onValue={(value) => onSettings({ ...settings, mapping: mapped(settings.mapping, field, value) })}
      />
    )
  }
  const inFile = (field: FieldName): boolean => usual.includes(field) || settings.mapping[field] !== undefined
  return (
    <Panel title={t('lists.columns')}>
      <div className="stack">
        <p className="small">{t('lists.columns.hint')}</p>
        <div className="columns">{fieldNames.filter(inFile).map(column)}</div>
        <details>
          <summary>{t('lists.more-fields')}</summary>
          <div className="columns">{fieldNames.filter((field) => !inFile(field)).map(column)}</div>
        </details>
        <h2>{t('lists.about')}</h2>
        <div className="columns">
          <TextField
            label={t('lists.source')}
            hint={t('lists.source.hint')}
            value={settings.source}
            maxLength={120}
            required
            onValue={(source) => onSettings({ ...settings, source })}
          />
          <DateField
            label={t('lists.date')}
            hint={t('lists.date.hint')}
            value={settings.date}
            max={todayHere()}
            required
            onValue={(date) => onSettings({ ...settings, date })}
          />
          <SelectField
            label={t('lists.origin')}
            value={settings.origin}
            options={origins.map((value) => ({ value, label: t(`lists.origin.${value}`) }))}
            onValue={(origin) => onSettings({ ...settings, origin })}
          />
        </div>
        <div className="form-actions">
          <Button kind="primary" busy={busy} disabled={!ready} onClick={onTry}>
            {t('lists.try')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** A column says one thing: taking it for a field takes it from the other. */
function mapped(mapping: ListSettings['mapping'], field: FieldName, value: string): ListSettings['mapping'] {
  const at = value === '' ? undefined : Number(value)
  const others = Object.entries(mapping).filter(([name, place]) => name !== field && place !== at)
  return Object.fromEntries(at === undefined ? others : [...others, [field, at]])
}
