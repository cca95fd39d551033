/* From opening to closing stock, per mineral: every column that is needed for the sum to close. */
import { MineralMark } from '../../../app/kit/mineral-mark.tsx'
import { Source } from '../../../app/kit/panel.tsx'
import { useWords } from '../../../app/words.ts'
import type { Language } from '../../../kernel/phrase.ts'
import type { MineralMonth } from '../contract.ts'

export interface BalanceTableProps {
  readonly minerals: readonly MineralMonth[]
  readonly amount: (language: Language, grams: number, milligrams: number | null) => string
}
export function BalanceTable({ minerals, amount }: BalanceTableProps) {
  const { t, language } = useWords()
  const rows = minerals.flatMap(({ movement, ...one }) => (movement === undefined ? [] : [{ ...one, movement }]))
  if (rows.length === 0) return null
  return (
    <>
      <h3>{t('months.balance')}</h3>
      <div className="table-scroll" style={{ overflowX: 'auto' }}>
        <table className="table">
          <thead>
            <tr>
              <th>{t('months.mineral')}</th>
              <th className="n">{t('months.opening')}</th>
              <th className="n">+ {t('months.bought')}</th>
              <th className="n">+ {t('months.other-in')}</th>
              <th className="n">− {t('months.sold')}</th>
              <th className="n">− {t('months.other-out')}</th>
              <th className="n">± {t('months.difference')}</th>
              <th className="n">= {t('months.stock')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ movement, ...one }) => (
              <tr key={one.mineral}>
                <td>
                  <MineralMark mineral={one.mineral} />
                </td>
                <td className="n">{amount(language, movement.openingGrams, movement.openingMilligrams)}</td>
                <td className="n">{amount(language, one.boughtGrams, one.boughtMilligrams)}</td>
                <td className="n">{amount(language, movement.otherInGrams, movement.otherInMilligrams)}</td>
                <td className="n">{amount(language, one.soldGrams, one.soldMilligrams)}</td>
                <td className="n">{amount(language, movement.otherOutGrams, movement.otherOutMilligrams)}</td>
                <td className="n">{amount(language, movement.differenceGrams, movement.differenceMilligrams)}</td>
                <td className="n">{amount(language, one.closingStockGrams, one.closingStockMilligrams)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Source>{t('months.balance.note')}</Source>
    </>
  )
}
