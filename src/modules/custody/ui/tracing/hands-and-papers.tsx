/* Through whose hands a lot and what is in it went, and under which papers. Organisations only, never persons. */
import { AppLink } from '../../../../app/kit/button.tsx'
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { DateText } from '../../../../app/kit/values.tsx'
import { wordOr, useWords } from '../../../../app/words.ts'
import type { LotComposition } from '../../contract-tracing.ts'

export function Hands({ made }: { readonly made: LotComposition }) {
  const { t } = useWords()
  if (made.hands.length === 0) return null
  return (
    <Panel title={t('trace.hands')}>
      <ol className="plain-list hands">
        {made.hands.map((hand) => (
          <li key={`${hand.organisation}${hand.since}`} className="row tight">
            <AppLink to="/traces" search={{ organisation: hand.organisation }}>
              {hand.name ?? hand.organisation}
            </AppLink>
            <span className="small">
              {t('lots.since')} <DateText date={hand.since} /> · {t('trace.lots', { n: hand.lots })}
            </span>
          </li>
        ))}
      </ol>
      {made.shortened && <Source>{t('trace.shortened')}</Source>}
    </Panel>
  )
}

export function Papers({ made }: { readonly made: LotComposition }) {
  const { t } = useWords()
  if (made.papers.length === 0) return null
  return (
    <Panel title={t('trace.papers')}>
      <ul className="plain-list hands">
        {made.papers.map((paper) => (
          <li key={`${paper.kind}${paper.number}`} className="row tight">
            <AppLink to="/traces" search={{ paper: paper.number }}>
              {paper.number}
            </AppLink>
            <span className="small">
              {wordOr(`trace.paper.${paper.kind}`, paper.kind)} · {t('trace.lots', { n: paper.lots })}
              {paper.validUntil !== null && (
                <>
                  {' · '}
                  {t('trace.paper.until')} <DateText date={paper.validUntil} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
