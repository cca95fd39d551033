/* What a purchase of gold comes to while it is typed: fine gold, amount, and what is paid for fine gold beside the price of reference. */
import { Note } from '../../../../app/kit/panel.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { PriceShown } from '../../contract-gold.ts'
import { amountOfGold, fineOf, paidShare } from '../../domain/gold/worth.ts'
import { moneyText } from '../lots/money.ts'
import { gramsText, shareText } from './gold-figures.ts'

export interface WorthProps {
  readonly massMilligrams: number | null
  readonly finenessTenthsPerMille: number | null
  readonly price: { readonly hundredthsPerGram: number; readonly per: 'gross' | 'fine' } | null
  readonly currency: string
  /** Newest of the day or before, in this currency. */
  readonly reference: PriceShown | undefined
}
export function Worth({ massMilligrams, finenessTenthsPerMille, price, currency, reference }: WorthProps) {
  const { t, language } = useWords()
  if (massMilligrams === null || finenessTenthsPerMille === null) return <p className="small">{t('gold.worth.none')}</p>
  const fineMilligrams = fineOf(massMilligrams, finenessTenthsPerMille)
  const amount = price && amountOfGold({ massMilligrams, fineMilligrams }, price)
  const share = amount !== null && reference ? paidShare(amount, fineMilligrams, reference.hundredthsPerFineGram) : null
  return (
    <div className="stack" role="status">
      <Pairs
        lines={[
          [t('gold.fine'), <b key="f">{gramsText(language, fineMilligrams)}</b>],
          ...(amount === null ? [] : [[t('gold.amount'), <b key="a">{moneyText(language, amount, currency)}</b>] as const]),
          ...(share === null ? [] : [[t('gold.share'), <b key="s">{shareText(language, share)}</b>] as const]),
        ]}
      />
      {price !== null &&
        (reference ? (
          <p className="small">
            {t('gold.reference.line', {
              kind: t(`gold.price.kind.${reference.kind}`),
              price: moneyText(language, reference.hundredthsPerFineGram, reference.currency),
              day: dateText(reference.pricedOn),
              source: reference.source,
            })}
          </p>
        ) : (
          <Note>{t('gold.reference.none', { currency })}</Note>
        ))}
    </div>
  )
}
