/* What was declared, line by line, for the page of a dossier and for its versions beside each other. */
import type { ReactNode } from 'react'
import { DateText } from '../../../../app/kit/values.tsx'
import { type Translate } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { DossierTerms } from '../../contract.ts'

export interface TermsLine {
  readonly key: string
  readonly label: string
  /** What is compared between two versions. */
  readonly plain: string
  readonly shown: ReactNode
}

export function termsLines(t: Translate, language: 'fr' | 'en', terms: DossierTerms): readonly TermsLine[] {
  const { importer, transport, route } = terms
  const none = t('app.not-asked')
  const line = (key: string, label: string, plain: string): TermsLine => ({ key, label, plain, shown: plain })
  const carried = transport ? [t(`dossier.mode.${transport.mode}`), transport.company].filter(Boolean).join(', ') : none
  return [
    line('importer', t('dossier.importer'), [`${importer.name} (${importer.country})`, importer.address].filter(Boolean).join(', ')),
    line('grade', t('dossier.grade'), terms.grade),
    line('origin', t('dossier.origin'), terms.origin.join(', ')),
    line('value', t('dossier.value'), `${numberText(language, terms.customsValueUsdCents / 100, 2)} USD`),
    { ...line('shipment', t('dossier.shipment'), terms.plannedShipmentOn), shown: <DateText date={terms.plannedShipmentOn} /> },
    line('route', t('dossier.route'), route?.join(' → ') ?? none),
    line('transport', t('dossier.transport'), carried),
  ]
}

/** Keys of the lines that differ. */
export const changedLines = (before: readonly TermsLine[], after: readonly TermsLine[]): ReadonlySet<string> =>
  new Set(after.filter((line) => before.find((one) => one.key === line.key)?.plain !== line.plain).map((line) => line.key))
