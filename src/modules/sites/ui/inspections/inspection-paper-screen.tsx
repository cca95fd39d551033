/* The filled form as paper (A4): the visit, the team with room for signatures by hand, what was answered, who disagreed. */
import { Suspense } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { FormRunner } from '../../../../app/form-runner.ts'
import { todayHere } from '../../../../app/kit/clock.ts'
import { AppLink, Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { StatusMark } from '../../../../app/kit/status-mark.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import type { ScreenProps } from '../../../../app/screen.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { InspectionPage } from '../../domain/missions/mission-answers.ts'
import { CriteriaPanel } from './criteria-panel.tsx'
import { type FormShown, unitsIn } from './form-shown.ts'
import { RecordPhotos } from './record-photos.tsx'
import './inspection.css'

export function InspectionPaperScreen({ params }: ScreenProps) {
  const { t } = useWords()
  const [url] = useUrlState()
  const { data, error, again } = useAnswer<InspectionPage>(`/api/inspections/${params['inspection'] ?? ''}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const readable = data.answers.filter((one) => one.xml !== null)
  const chosen = readable.filter((one) => one.id === url['answers'])
  return (
    <Page
      title={t('inspection-paper.title')}
      crumbs={<AppLink to={`/inspections/${data.inspection}`}>{data.name}</AppLink>}
      actions={
        <Button kind="primary" onClick={() => window.print()}>
          {t('app.print')}
        </Button>
      }
    >
      <article className="paper">
        <PaperHead page={data} />
        {(chosen.length > 0 ? chosen : newestOfEach(readable)).map((one) => (
          <AnswersOnPaper key={one.id} page={data} answers={one} />
        ))}
        <CriteriaPanel page={data} voices={[]} />
        <p className="source">{t('paper.foot', { code: data.code, day: dateText(todayHere()) })}</p>
      </article>
    </Page>
  )
}
type Answers = InspectionPage['answers'][number]
const newestOfEach = (answers: readonly Answers[]): readonly Answers[] => [...new Map(answers.map((one) => [one.by, one])).values()]

function PaperHead({ page }: { readonly page: InspectionPage }) {
  const { t } = useWords()
  const proposed = page.result ?? (['red', 'yellow', 'green'] as const).find((one) => one === page.proposal.result)
  return (
    <>
      <header>
        <b>{t('order.state')}</b>
        <span>{t('order.ministry')}</span>
        <h2>{t('inspection-paper.title')}</h2>
        <span>{page.code}</span>
      </header>
      <dl className="pairs">
        <dt>{t('inspect.site')}</dt>
        <dd>
          {page.name} ({page.nationalId})
        </dd>
        <dt>{t('inspect.visit-of')}</dt>
        <dd>{dateText(page.on)}</dd>
        <dt>{t('inspect.proposal')}</dt>
        <dd>{proposed === undefined ? t('inspect.no-proposal') : <StatusMark colour={proposed} />}</dd>
      </dl>
      <h3>{t('paper.team')}</h3>
      <table className="table">
        <tbody>
          {page.members.map((member, at) => {
            const signature = page.signatures.find((one) => one.body === member.body)
            return (
              <tr key={at}>
                <td>
                  {wordOr(`body.${member.body}`, member.body)} {member.head && <b>({t('paper.head')})</b>}
                </td>
                <td>
                  {member.attendance === 'observer'
                    ? t('paper.observer')
                    : signature
                      ? t('paper.signed', { day: dateText(signature.signedAt.slice(0, 10)) })
                      : `…………………………… ${t('paper.by-hand')}`}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </>
  )
}

function AnswersOnPaper({ page, answers }: { readonly page: InspectionPage; readonly answers: Answers }) {
  const { t, language } = useWords()
  const { form, version, sha256 } = answers.form
  const { data, error, again } = useAnswer<FormShown>(`/api/forms/${form}/versions/${encodeURIComponent(version)}`)
  if (error) return <ErrorState error={error} again={again} />
  if (!data || answers.xml === null) return <Loading />
  return (
    <section className="stack">
      <h3>{t('paper.answers', { body: wordOr(`body.${answers.by}`, answers.by) })}</h3>
      <Suspense fallback={<Loading />}>
        <FormRunner xform={data.xform} hash={sha256} language={language} instance={answers.xml} units={unitsIn(data)} readOnly />
      </Suspense>
      <RecordPhotos page={page} record={answers} isAtOnce />
    </section>
  )
}
