/* Findings as people read them: how grave, which rule, the sentence, and whether somebody answered it with a reason. */
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Finding } from '../../contract.ts'
import { findingKey } from './finding-text.ts'
import '../custody.css'

export interface ShownFinding extends Finding {
  readonly learnedAt?: string
  readonly releasedBecause?: string | null
}
export function Findings({ findings }: { readonly findings: readonly ShownFinding[] }) {
  const { t } = useWords()
  return (
    <ul className="plain-list stack" style={{ gap: 8 }}>
      {findings.map((finding, at) => (
        <li key={at} className="finding">
          <SeverityMark severity={finding.severity} rule={finding.rule} />
          <div>
            <p>{findingSentence(finding)}</p>
            {finding.releasedBecause && <p className="small">{t('lots.released-because', { reason: finding.releasedBecause })}</p>}
            {finding.learnedAt && (
              <p className="small">
                {t('lots.learned')} <InstantText at={finding.learnedAt} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}

const shapes = { C: 'M6 0l6 6-6 6-6-6z', A: 'M6 0l6 11H0z', W: 'M6 1a5 5 0 1 0 0 10a5 5 0 1 0 0-10' } as const
/** Grave in a filled mark, alert in an outline, warning faint: by shape and word, never by colour alone. */
export function SeverityMark({ severity, rule }: { readonly severity: Finding['severity']; readonly rule?: string }) {
  const { t } = useWords()
  return (
    <span className={`severity severity-${severity}`}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d={shapes[severity]} />
      </svg>
      {t(`lots.severity.${severity}`)}
      {rule && <span className="rule">{rule}</span>}
    </span>
  )
}

/** The sentence with its facts; a status by its word, an absent date as a dash. */
export function findingSentence(finding: Finding): string {
  const { internal } = finding.facts
  const facts = typeof internal === 'string' ? { ...finding.facts, internal: wordOr(`lots.status.${internal}`, internal) } : finding.facts
  return wordOr(findingKey(finding), finding.rule, facts)
}
