/* Why this status, in words: the legal ground, the clock, what lies over it, the law. */
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { type Reason, reasonsOf } from '../../domain/status/reasons.ts'
import { rulebookTitle } from '../rulebook-title.ts'

export function ReasonsPanel({ standing }: { readonly standing: SitePage['standing'] }) {
  const { t, language } = useWords()
  const reasons = reasonsOf(standing).filter((one) => one.key !== 'law')
  return (
    <Panel title={t('reasons.title')}>
      <ul className="stack" style={{ gap: 6 }}>
        {reasons.map((one) => (
          <li key={one.key}>{t(`reason.${one.key}`, factsOf(one))}</li>
        ))}
      </ul>
      <Source>{t('reason.law', { rulebook: rulebookTitle(standing.rulebook.id, language) })}</Source>
    </Panel>
  )
}

/** A body is named in words. */
const factsOf = ({ facts }: Reason): Reason['facts'] =>
  typeof facts['by'] === 'string' ? { ...facts, by: wordOr(`hold.by.${facts['by']}`, facts['by']) } : facts
