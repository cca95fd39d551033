/* Which sachets and bars go into a melt or a shipment, and how many milligrams of each; the sum and its fine gold run along. */
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { GoldRow } from '../../contract-gold.ts'
import { fineOf } from '../../domain/gold/worth.ts'
import { finenessText, gramsText, gramsTyped, milligramsOf } from './gold-figures.ts'
import { GoldMassField } from './gold-fields.tsx'

export type Draws = ReadonlyMap<string, string>
export interface DrawnGold {
  readonly inputs: readonly { readonly lot: string; readonly drawnMilligrams: number }[]
  readonly milligrams: number
  /** `null` where the fineness of one is not known. */
  readonly fineMilligrams: number | null
  /** Every amount is one, and none is more than what is left. */
  readonly isGood: boolean
}
export function sumGold(rows: readonly GoldRow[], draws: Draws): DrawnGold {
  const chosen = rows.filter((row) => draws.has(row.lot.id))
  const drawn = chosen.map((row) => ({ row, milligrams: milligramsOf(draws.get(row.lot.id) ?? '') }))
  const fine = drawn.map(({ row, milligrams }) =>
    row.finenessTenthsPerMille === null ? null : fineOf(milligrams ?? 0, row.finenessTenthsPerMille),
  )
  return {
    inputs: drawn.map(({ row, milligrams }) => ({ lot: row.lot.id, drawnMilligrams: milligrams ?? 0 })),
    milligrams: drawn.reduce((sum, one) => sum + (one.milligrams ?? 0), 0),
    fineMilligrams: fine.includes(null) ? null : fine.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    isGood:
      drawn.length > 0 && drawn.every(({ row, milligrams }) => milligrams !== null && milligrams <= (row.lot.remainingMilligrams ?? 0)),
  }
}

interface InputsProps {
  readonly rows: readonly GoldRow[]
  readonly draws: Draws
  readonly setDraws: (draws: Draws) => void
  readonly drawn: DrawnGold
}
export function GoldInputs({ rows, draws, setDraws, drawn }: InputsProps) {
  const { t, language } = useWords()
  const choose = (row: GoldRow, on: boolean) => {
    const next = new Map(draws)
    if (on) next.set(row.lot.id, gramsTyped(language, row.lot.remainingMilligrams ?? 0))
    else next.delete(row.lot.id)
    setDraws(next)
  }
  return (
    <Panel title={t('gold.inputs')} aside={<span className="small">{t('combine.chosen', { n: draws.size })}</span>}>
      <div className="stack">
        <ul className="plain-list stack" style={{ gap: 10 }}>
          {rows.map((row) => {
            const { lot, finenessTenthsPerMille } = row
            const left = lot.remainingMilligrams ?? 0
            const typed = draws.get(lot.id)
            return (
              <li key={lot.id} className={typed === undefined ? 'draw-row off' : 'draw-row'}>
                <CheckChoice
                  label={`${lot.number} · ${t(`lots.kind.${lot.kind}`)}`}
                  hint={[
                    lot.siteName,
                    t('combine.left', { mass: gramsText(language, left) }),
                    finenessTenthsPerMille === null ? null : finenessText(language, finenessTenthsPerMille),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                  checked={typed !== undefined}
                  onChecked={(on) => choose(row, on)}
                />
                {typed !== undefined && (
                  <div>
                    <GoldMassField label={t('gold.drawn')} value={typed} onValue={(text) => setDraws(new Map(draws).set(lot.id, text))} />
                    {(milligramsOf(typed) ?? 0) > left && (
                      <Note tone="red" live>
                        {t('gold.drawn.more', { left: gramsText(language, left) })}
                      </Note>
                    )}
                  </div>
                )}
              </li>
            )
          })}
        </ul>
        <p className="sticky-sum" role="status">
          {t('gold.inputs.sum', { n: drawn.inputs.length })}
          {t('app.colon')} <b>{gramsText(language, drawn.milligrams)}</b>
          {drawn.fineMilligrams !== null && drawn.milligrams > 0 && ` · ${t('gold.fine')} ${gramsText(language, drawn.fineMilligrams)}`}
        </p>
      </div>
    </Panel>
  )
}
