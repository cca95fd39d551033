/* How far the evidence of a record can be relied on, as the phone noticed it: to be looked at again. It is no reproach and counts nowhere. */
import { useWords } from '../../../../app/words.ts'
import type { EvidenceSignal } from '../../domain/missions/inspection-words.ts'

export function EvidenceQuality({ signals }: { readonly signals: readonly EvidenceSignal[] | undefined }) {
  const { t } = useWords()
  if (!signals || signals.length === 0) return null
  const kinds = [...new Set(signals.map((one) => one.signal))]
  return (
    <details className="small evidence-quality">
      <summary>{t('signal.title', { n: kinds.length })}</summary>
      <ul>
        {kinds.map((kind) => {
          const told = signals.filter((one) => one.signal === kind)
          const where = [...new Set(told.map((one) => [one.question, one.detail].filter(Boolean).join(' : ')))].filter((one) => one !== '')
          return (
            <li key={kind}>
              {t(`signal.${kind}`)}
              {where.length > 0 && ` (${where.join(', ')})`}
            </li>
          )
        })}
      </ul>
      <p className="ink-3">{t('signal.explain')}</p>
    </details>
  )
}
