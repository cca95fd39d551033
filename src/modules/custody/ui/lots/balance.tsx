/* Two weights side by side before anybody confirms: what the papers say, what the scale says, the difference, and what the rules
   will say of it. The same function speaks here and on the server; here its word is provisional. */
import { Note, Source } from '../../../../app/kit/panel.tsx'
import { MassText } from '../../../../app/kit/values.tsx'
import { numberText } from '../../../../kernel/phrase.ts'
import { useWords } from '../../../../app/words.ts'
import type { Finding } from '../../contract.ts'
import { findingSentence } from './findings.tsx'
import '../custody.css'

export interface BalanceProps {
  readonly beforeLabel: string
  readonly beforeGrams: number
  readonly afterLabel: string
  /** Null while nothing readable was typed. */
  readonly afterGrams: number | null
  readonly finding: Finding | null
  /** Limits in hundredths of a percent, beyond which a rule speaks. */
  readonly limits?: { readonly lossWarn: number; readonly gainWarn: number }
}
export function Balance({ beforeLabel, beforeGrams, afterLabel, afterGrams, finding, limits }: BalanceProps) {
  const { t, language } = useWords()
  const change = afterGrams === null ? null : afterGrams - beforeGrams
  const percent = change === null || beforeGrams === 0 ? null : (change / beforeGrams) * 100
  return (
    <div className="stack" style={{ gap: 10 }} aria-live="polite">
      <dl className="balance">
        <dt>{beforeLabel}</dt>
        <dd>
          <MassText grams={beforeGrams} />
        </dd>
        <dt>{afterLabel}</dt>
        <dd>{afterGrams === null ? '–' : <MassText grams={afterGrams} />}</dd>
        <dt className="total">{t('balance.difference')}</dt>
        <dd className="total">
          {change === null ? (
            '–'
          ) : (
            <>
              {change > 0 && '+'}
              <MassText grams={change} />
              {percent !== null && ` (${change > 0 ? '+' : ''}${numberText(language, Math.round(percent * 100) / 100, 1)} %)`}
            </>
          )}
        </dd>
      </dl>
      {finding && (
        <Note tone={finding.severity === 'C' ? 'red' : 'warn'}>
          <b>{t(finding.severity === 'C' ? 'balance.will-quarantine' : 'balance.will-note', { rule: finding.rule })}</b>{' '}
          {findingSentence(finding)}
        </Note>
      )}
      {!finding && afterGrams !== null && <Note tone="good">{t('balance.fine')}</Note>}
      {limits && (
        <Source>
          {t('balance.limits', { loss: numberText(language, limits.lossWarn / 100), gain: numberText(language, limits.gainWarn / 100) })}
        </Source>
      )}
    </div>
  )
}
