/* What a row of the annex still needs: the site that nobody knows, the stock that a derogation lets go. */
import { todayHere } from '../../../../app/kit/clock.ts'
import { DateField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { useWords } from '../../../../app/words.ts'
import type { AnnexDraft } from './annex.ts'

interface PartProps {
  readonly line: AnnexDraft
  readonly change: (part: Partial<AnnexDraft>) => void
}
export function UnknownSite({ line, change }: PartProps) {
  const { t } = useWords()
  const fault = line.isNew ? undefined : line.candidates.length > 1 ? t('annex.unclear') : t('annex.unknown', { key: line.key })
  const choose = (id: string) => {
    const found = line.candidates.find((one) => one.site === id)
    if (found) change({ site: found.site, name: found.name, nationalId: found.nationalId, candidates: [] })
  }
  return (
    <>
      <TextField
        label={t('annex.key')}
        hint={line.isNew ? t('annex.unsaved') : t('annex.key.hint')}
        fault={fault}
        value={line.key}
        onValue={(key) => change({ key, name: key, isNew: true, candidates: [] })}
        maxLength={160}
      />
      {line.candidates.length > 1 && (
        <SelectField
          label={t('annex.unclear')}
          value=""
          options={[
            { value: '', label: '…' },
            ...line.candidates.map((one) => ({ value: String(one.site), label: `${one.name} (${one.nationalId})` })),
          ]}
          onValue={choose}
        />
      )}
    </>
  )
}

export function StockFields({ line, change }: PartProps) {
  const { t } = useWords()
  return (
    <div className="row">
      <TextField
        label={t('annex.quantity')}
        value={line.quantity}
        onValue={(quantity) => change({ quantity })}
        inputMode="decimal"
        maxLength={12}
      />
      <DateField label={t('annex.found')} value={line.foundOn} onValue={(foundOn) => change({ foundOn })} max={todayHere()} />
      <TextField
        label={t('annex.stock-reason')}
        value={line.stockReason}
        onValue={(stockReason) => change({ stockReason })}
        maxLength={2000}
      />
    </div>
  )
}
