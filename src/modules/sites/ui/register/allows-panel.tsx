/* What the status allows today, in words, with the rulebook that says so. */
import { Panel, Source } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import type { SitePage } from '../../domain/register/answers.ts'
import { rulebookTitle } from '../rulebook-title.ts'

const acts = ['allocateTags', 'produce', 'move', 'certify'] as const

export function AllowsPanel({ standing }: { readonly standing: SitePage['standing'] }) {
  const { t, language } = useWords()
  const { id, hash } = standing.rulebook
  return (
    <Panel title={t('allows.title')}>
      <dl className="facts">
        {acts.map((act) => (
          <div key={act}>
            <dt>{t(`allows.${act}`)}</dt>
            <dd>
              <b>{t(`allows.answer.${standing.allows[act]}`)}</b>
            </dd>
          </div>
        ))}
      </dl>
      <Source>
        {rulebookTitle(id, language)} · {t('allows.source', { rulebook: id, hash: hash.slice(0, 12) })}
      </Source>
    </Panel>
  )
}
