/* The overview of a case on paper: codes, clocks and what happened, with the mark of who printed it. No name and nothing told is on it. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Panel } from '../../../../app/kit/panel.tsx'
import { PrintMark } from '../../../../app/kit/print-mark.tsx'
import { Loading } from '../../../../app/kit/states.tsx'
import { instantText } from '../../../../app/kit/values.tsx'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords } from '../../../../app/words.ts'
import type { CaseAnswer } from '../../contract.ts'
import { caseStateLabels, riskLabels } from '../../domain/case/case-labels.ts'
import { happenedLabel } from '../../domain/case/event-labels.ts'
import { say } from '../../domain/label.ts'
import { CaseAbsent } from './case-absent.tsx'
import { runningClocks } from './clock-faces.ts'
import { foldCase } from './fold.ts'
import { DueText } from './marks.tsx'

export function CasePrintScreen({ params }: ScreenProps) {
  const { t, language } = useWords()
  const id = params['case'] ?? ''
  const { data, answer, error, loading, again } = useAnswer<CaseAnswer>(`/api/cases/${id}/print`)
  const { whole, events, rules } = foldCase(data)
  const { file } = whole
  const now = answer?.answeredAt ?? ''
  const level = file.ratings.at(-1)?.level
  return (
    <Page
      title={file.subject ?? t('case.page')}
      crumbs={<AppLink to={`/cases/${id}`}>{t('case.page')}</AppLink>}
      actions={<Button onClick={() => window.print()}>{t('case.print.go')}</Button>}
      answer={answer}
    >
      {loading && <Loading />}
      {error && <CaseAbsent error={error} again={again} />}
      {data && (
        <>
          <PrintMark code={file.subject ?? ''} />
          <Panel title={t('case.part.overview')}>
            <Pairs
              lines={[
                [t('print.state'), file.standing.at === null ? '' : say(caseStateLabels, file.standing.at, language)],
                [t('print.risk'), level === undefined ? t('case.not-rated') : say(riskLabels, level, language)],
                [t('print.opened'), file.openedAt === null ? '' : instantText(file.openedAt)],
              ]}
            />
          </Panel>
          <Panel title={t('case.clocks')}>
            <ul className="plain-list">
              {runningClocks({ whole, rules, now }).map((face) => (
                <li key={`${face.clock} ${face.dueAt}`}>
                  <DueText face={face} now={now} /> · {instantText(face.dueAt)}
                </li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('case.story')}>
            <ol className="plain-list">
              {events
                .filter(({ event }) => event.kind !== 'case-text.kept.v1')
                .map(({ event, learnedAt }, at) => (
                  <li key={`${learnedAt} ${at}`}>
                    {instantText(learnedAt)} · {happenedLabel(event)[language]}
                  </li>
                ))}
            </ol>
          </Panel>
        </>
      )}
    </Page>
  )
}
