/*
Every criterion that the rulebook asks: what the team answers, who said otherwise, what was seen, the photographs, who disagrees. A
member's own word is never lost behind another's.
*/
import { useState } from 'react'
import { command } from '../../../../app/api.ts'
import { questions as cache } from '../../../../app/ask.ts'
import { fieldHand } from '../../../../app/device.ts'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Criterion } from '../../domain/missions/criteria.ts'
import type { ProvisionalPage } from '../../domain/missions/provisional.ts'
import { NotSent } from '../offline/provisional-note.tsx'
import { AnswerMark } from './answer-choice.tsx'
import { DissentDialog } from './dissent-dialog.tsx'
import type { DissentDraft } from './draft.ts'
import { PhotoShown } from './photo-shown.tsx'
import { questionsOf } from './questions.ts'
import { WhenText } from './when-text.tsx'

export interface CriteriaPanelProps {
  readonly page: ProvisionalPage
  /** Members for whom this person may disagree. */
  readonly voices: readonly string[]
}
export function CriteriaPanel({ page, voices }: CriteriaPanelProps) {
  const { t } = useWords()
  const [error, setError] = useState<unknown>(null)
  const dissent = (one: DissentDraft) => {
    setError(null)
    void command(`/api/inspections/${page.inspection}/dissents`, one).then(() => cache.invalidateQueries(), setError)
  }
  return (
    <Panel title={t('criteria.title')}>
      {error !== null && <ErrorState error={error} />}
      {page.wordsWithheld && <p className="small">{t('criteria.withheld')}</p>}
      <ul className="plain-list criteria">
        {questionsOf(page.rulebook.id).map((criterion) => (
          <CriterionLine key={criterion.id} criterion={criterion} page={page} voices={voices} onDissent={dissent} />
        ))}
      </ul>
    </Panel>
  )
}

interface LineProps extends CriteriaPanelProps {
  readonly criterion: Criterion
  readonly onDissent: (dissent: DissentDraft) => void
}
function CriterionLine({ criterion, page, voices, onDissent }: LineProps) {
  const { t, language } = useWords()
  const finding = page.findings.findLast((one) => one.criterion === criterion.id && !one.late)
  const said = page.voices.filter((one) => one.criterion === criterion.id)
  const spoken = said.length > 0 ? said : page.findings.filter((one) => one.criterion === criterion.id)
  const dissents = page.dissents.filter((one) => one.criterion === criterion.id)
  const isHere = (list: 'findings' | 'dissents', key: string) => page.provisional?.[list].includes(key)
  return (
    <li id={`c-${criterion.id}`}>
      <p className="row tight">
        <AnswerMark answer={finding?.answer ?? 'not_assessed'} />
        <span className="grow">
          <b>{criterion.id}</b> {criterion.violation[language]}
          {page.disputed.includes(criterion.id) && <b className="criteria-disputed"> {t('criteria.disputed')}</b>}
        </span>
      </p>
      {spoken.length === 0 && <p className="ink-3 small">{t('criteria.none-said')}</p>}
      {spoken.map((one, at) => (
        <p key={at} className="small">
          <b>{wordOr(`body.${one.by}`, one.by)}</b>
          {t('app.colon')} {t(`inspect.answer.${one.answer}`)}
          {one.late && <i> ({t('criteria.late')})</i>}
          {one.narrative && <> — {one.narrative}</>} <NotSent when={isHere('findings', `${one.criterion} ${one.by}`)} />
        </p>
      ))}
      {finding && finding.sourcesConsulted.length > 0 && (
        <p className="small">{t('criteria.sources', { sources: finding.sourcesConsulted.join(' ; ') })}</p>
      )}
      {finding && <Proofs page={page} finding={finding} />}
      {dissents.map((one, at) => (
        <Note key={at}>
          <b>
            {t('criteria.dissent', { body: wordOr(`body.${one.by}`, one.by) })}
            {t('app.colon')}
          </b>{' '}
          {one.reason ?? '–'}{' '}
          <span className="small">
            <WhenText at={one.happenedAt ?? one.recordedAt} received={one.recordedAt} />
          </span>{' '}
          <NotSent when={isHere('dissents', `${one.criterion} ${one.by}`)} />
        </Note>
      ))}
      {voices.length > 0 && spoken.length > 0 && (
        <div className="no-print">
          <DissentDialog criterion={criterion.id} members={voices} onDissent={onDissent} />
        </div>
      )}
    </li>
  )
}

function Proofs({ page, finding }: { readonly page: ProvisionalPage; readonly finding: ProvisionalPage['findings'][number] }) {
  const { t } = useWords()
  if (finding.evidence.length === 0) return null
  // Photographs may show where the pit lies: only those who may read the answers whole are given them.
  const maySee = page.answers.some((one) => one.files !== null)
  return (
    <ul className="plain-list row tight">
      {finding.evidence.map((one, at) => (
        <li key={at} className="small">
          {one.sha256 && fieldHand() === null && page.awaitedFiles?.includes(one.sha256) ? (
            <>
              {t('fill.photo.on-its-way')}
              {t('app.colon')} {one.reference}
            </>
          ) : one.kind === 'photo' && one.sha256 && maySee ? (
            <PhotoShown inspection={page.inspection} sha256={one.sha256} label={t('criteria.photo', { criterion: finding.criterion })} />
          ) : (
            <>
              {t(`inspect.evidence.${one.kind}`)}
              {t('app.colon')} {one.reference}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
