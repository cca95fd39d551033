/* Readings of an indicator, newest last, each with what shows it, how well that is known, and whether it counts towards success. */
import { numberText } from '../../../kernel/phrase.ts'
import { DateText } from '../../../app/kit/values.tsx'
import { useWords } from '../../../app/words.ts'
import type { RiskDetail } from '../contract.ts'

type Readings = RiskDetail['plans'][number]['indicators'][number]['readings']
export function ReadingLines({ risk, readings }: { readonly risk: string; readonly readings: Readings }) {
  const { t, language } = useWords()
  if (readings.length === 0) return <p className="small">{t('plan.no-readings')}</p>
  return (
    <ul className="plain-list small">
      {readings.map((one, index) => (
        <li key={index}>
          <DateText date={one.on} /> <strong>{numberText(language, one.value)}</strong>
          {one.grade !== null && ` · ${t('plan.reading-grade', { grade: t(`risks.grade.${one.grade}`) })}`}
          {one.evidence !== null && ` · ${one.evidence}`}
          {one.file !== null && (
            <>
              {' · '}
              <a href={`/api/risks/${risk}/files/${one.file.sha256}`}>{t('plan.reading-file')}</a>
            </>
          )}
          {one.note !== null && ` (${one.note})`}
          {one.notCounted !== null && <em> · {t(`plan.not-counted.${one.notCounted}`)}</em>}
        </li>
      ))}
    </ul>
  )
}
