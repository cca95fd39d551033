/* One group under the thumb: four large boxes, its way, and what may be said besides. */
import { useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import { FlowDirection, type FlowGroup, FlowReason, Stay, Transport } from '../contract.ts'
import { type Tally, afterNoting, blankTally, groupOf, misfitOf, partNames, vulnerableNames } from './tally.ts'

interface SheetProps {
  readonly hour: number | null
  readonly onGroup: (group: FlowGroup) => void
}
export function TallySheet({ hour, onGroup }: SheetProps) {
  const { t } = useWords()
  const [tally, setTally] = useState<Tally>(blankTally)
  const set = (part: Partial<Tally>) => setTally((before) => ({ ...before, ...part }))
  const group = groupOf(tally, hour)
  const misfit = misfitOf(group)
  const note = () => {
    if (group === null) return
    onGroup(group)
    setTally(afterNoting(tally))
  }
  return (
    <Panel title={t('flow-count.group')} aside={<span className="small">{t('flow-count.sum', { n: group?.size ?? 0 })}</span>}>
      <div className="stack">
        <div className="tally-ways" role="group" aria-label={t('flow-count.direction')}>
          {FlowDirection.options.map((way) => (
            <Button
              key={way}
              kind={tally.direction === way ? 'primary' : 'plain'}
              aria-pressed={tally.direction === way}
              onClick={() => set({ direction: way })}
            >
              {t(`flow-direction.${way}`)}
            </Button>
          ))}
        </div>
        <div className="tally">
          {partNames.map((name) => (
            <Cell key={name} what={t(`flow-count.${name}`)} n={tally[name]} onN={(n) => set({ [name]: n })} />
          ))}
          <Cell what={t('flow-count.under5')} n={tally.under5} onN={(n) => set({ under5: n })} />
        </div>
        <details>
          <summary>{t('flow-count.details')}</summary>
          <Besides tally={tally} set={set} />
        </details>
        <details>
          <summary>{t('flow-count.vulnerable')}</summary>
          <div className="tally">
            {vulnerableNames.map((name) => (
              <Cell key={name} what={t(`flow-vulnerable.${name}`)} n={tally[name]} onN={(n) => set({ [name]: n })} />
            ))}
          </div>
        </details>
        {misfit && (
          <Note tone="warn" live>
            {t('flow-count.misfit', misfit)}
          </Note>
        )}
        <div className="form-actions">
          <Button kind="primary" disabled={group === null} onClick={note}>
            {t('flow-count.add')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Cell({ what, n, onN }: { readonly what: string; readonly n: number; readonly onN: (n: number) => void }) {
  const { t } = useWords()
  return (
    <div className="tally-cell">
      <button
        type="button"
        className="tally-less"
        aria-label={t('flow-count.less', { what })}
        disabled={n === 0}
        onClick={() => onN(n - 1)}
      >
        −
      </button>
      <button type="button" className="tally-more" aria-label={t('flow-count.more', { what })} onClick={() => onN(n + 1)}>
        <strong aria-live="polite">{n}</strong>
        {what}
      </button>
    </div>
  )
}

function Besides({ tally, set }: { readonly tally: Tally; readonly set: (part: Partial<Tally>) => void }) {
  const { t } = useWords()
  const none = { value: '', label: t('flow-count.not-said') }
  return (
    <div className="stack">
      <SelectField
        label={t('flow-count.reason')}
        value={tally.reason}
        options={[none, ...FlowReason.options.map((value) => ({ value: String(value), label: t(`flow-reason.${value}`) }))]}
        onValue={(reason) => set({ reason })}
      />
      <SelectField
        label={t('flow-count.transport')}
        value={tally.transport}
        options={[none, ...Transport.options.map((value) => ({ value: String(value), label: t(`flow-transport.${value}`) }))]}
        onValue={(transport) => set({ transport })}
      />
      <SelectField
        label={t('flow-count.stay')}
        value={tally.stay}
        options={[none, ...Stay.options.map((value) => ({ value: String(value), label: t(`flow-stay.${value}`) }))]}
        onValue={(stay) => set({ stay })}
      />
      <TextField
        label={t('flow-count.from')}
        hint={t('flow-count.place.hint')}
        value={tally.from}
        onValue={(from) => set({ from })}
        maxLength={12}
      />
      <TextField label={t('flow-count.to')} value={tally.to} onValue={(to) => set({ to })} maxLength={12} />
      <TextField
        label={t('flow-count.nationality')}
        value={tally.nationality}
        onValue={(nationality) => set({ nationality })}
        maxLength={3}
      />
      <TextField
        label={t('flow-count.size')}
        hint={t('flow-count.size.hint')}
        type="number"
        inputMode="numeric"
        min={0}
        value={tally.size}
        onValue={(size) => set({ size })}
      />
    </div>
  )
}
