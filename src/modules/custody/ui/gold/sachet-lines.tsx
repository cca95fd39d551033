/* The facts of a lot of gold as lines: for its page, and for the slip that both sides take home. */
import type { PairLine } from '../../../../app/kit/pairs.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { dateText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { GoldDetail } from '../../contract-gold.ts'
import { fineOf } from '../../domain/gold/worth.ts'
import { moneyText } from '../lots/money.ts'
import { finenessText, gramsText, shareText } from './gold-figures.ts'

export function useSachetLines(): (detail: GoldDetail) => readonly PairLine[] {
  const { t, language } = useWords()
  return ({ gold, sachet, finenessMethod, uncertaintyTenthsPerMille }) => {
    const { lot, finenessTenthsPerMille } = gold
    const gross = sachet ? sachet.sealedMilligrams : (lot.massMilligrams ?? 0)
    const tested = [
      finenessTenthsPerMille === null ? t('app.unknown') : finenessText(language, finenessTenthsPerMille),
      uncertaintyTenthsPerMille === null ? null : `± ${finenessText(language, uncertaintyTenthsPerMille)}`,
      finenessMethod === null ? null : t(`gold.method.${finenessMethod}`),
    ]
    return [
      [t('gold.gross'), gramsText(language, gross)],
      [t('gold.fineness.short'), tested.filter(Boolean).join(' · ')],
      ...(finenessTenthsPerMille === null
        ? []
        : [[t('gold.fine'), <b key="f">{gramsText(language, fineOf(gross, finenessTenthsPerMille))}</b>] as const]),
      ...(sachet ? sachetLines(sachet, lot.siteName) : []),
    ]
  }

  function sachetLines(sachet: NonNullable<GoldDetail['sachet']>, siteName: string | null): readonly PairLine[] {
    const { price, amountHundredths, reference } = sachet
    const money = (hundredths: number, currency: string) => moneyText(language, hundredths, currency)
    return [
      [t('gold.form'), t(`gold.form.${sachet.form}`)],
      [t('gold.site'), siteName ?? t('app.unknown')],
      ...(sachet.place === null ? [] : [[t('gold.place'), sachet.place] as const]),
      ...(sachet.artisanCard === null ? [] : [[t('gold.card'), sachet.artisanCard] as const]),
      ...(sachet.cooperative === null ? [] : [[t('gold.cooperative'), sachet.cooperativeName ?? sachet.cooperative] as const]),
      [t('gold.buyer'), sachet.buyerName ?? sachet.buyer],
      [t('gold.sealed'), <DateText key="d" date={sachet.sealedOn} />],
      ...(price === null
        ? []
        : [
            [
              t('gold.price'),
              `${money(price.hundredthsPerGram, price.currency)} / g (${t(`gold.price.${price.per}`)}) · ${t(`act.pay.${price.payment}`)}`,
            ] as const,
          ]),
      ...(price === null || amountHundredths === null ? [] : [[t('gold.amount'), money(amountHundredths, price.currency)] as const]),
      ...(reference === null || price === null
        ? []
        : [
            [
              t('gold.reference'),
              `${money(reference.hundredthsPerFineGram, price.currency)} / g, ${t(`gold.price.kind.${reference.kind}`)}, ${dateText(reference.pricedOn)}`,
            ] as const,
            ...(reference.paidHundredthsOfPercent === null
              ? []
              : [[t('gold.share'), shareText(language, reference.paidHundredthsOfPercent)] as const]),
          ]),
    ]
  }
}
