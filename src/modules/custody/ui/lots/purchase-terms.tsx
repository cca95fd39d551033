/* All that a signature under a purchase says yes to: every lot of it with its mass and price, and the total. */
import { useWords } from '../../../../app/words.ts'
import type { PurchaseShown } from '../../contract-lots.ts'
import { LotMass } from '../gold/lot-mass.tsx'
import { moneyText } from './money.ts'

export function PurchaseTerms({ purchase }: { readonly purchase: PurchaseShown }) {
  const { t, language } = useWords()
  const { number, sellerName, buyerName, currency, lots, totalHundredths } = purchase
  return (
    <div className="stack" style={{ gap: 6 }}>
      <b>{t('act.answer.purchase.what', { number, seller: sellerName ?? '–', buyer: buyerName ?? '–' })}</b>
      <ul className="plain-list">
        {lots.map((one) => (
          <li key={one.lot}>
            {one.number} : {mass(one)} × {moneyText(language, one.priceHundredthsPerKilogram, currency)}/kg ={' '}
            {moneyText(language, one.amountHundredths, currency)}
          </li>
        ))}
      </ul>
      <p>
        {t('act.buy.total')}
        {t('app.colon')} <b>{moneyText(language, totalHundredths, currency)}</b> · {t(`act.pay.${purchase.payment}`)}
      </p>
    </div>
  )
}
const mass = ({ massGrams, massMilligrams }: PurchaseShown['lots'][number]) => (
  <LotMass grams={massGrams} milligrams={massMilligrams ?? null} />
)
