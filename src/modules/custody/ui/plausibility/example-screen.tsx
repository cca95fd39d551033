/* Two published cases as the rules see them: nothing of it stands among the facts of this country programme. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords, wordOr } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { ExampleAnswer } from '../../contract-plausibility.ts'
import { SeverityMark } from '../lots/findings.tsx'
import { hitSentence } from './hit-sentence.tsx'
import './plausibility.css'

interface Row {
  readonly when: string
  readonly left: number | null
  readonly right: number | null
  readonly verdict: ExampleAnswer['kalimbi'][number]['verdict']
}
export function ExampleScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<ExampleAnswer>('/api/plausibility/example')
  return (
    <Page title={t('example.title')} crumbs={<AppLink to="/plausibility">{t('hits.title')}</AppLink>} answer={answer}>
      <Note tone="calm">{t('example.explain')}</Note>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <>
          <Case
            title={t('example.kalimbi')}
            heads={[t('ledger.month'), t('ledger.figure.bought'), t('ledger.figure.produced')]}
            rows={data.kalimbi.map(({ month, boughtGrams, producedGrams, verdict }) => ({
              when: month,
              left: boughtGrams,
              right: producedGrams,
              verdict,
            }))}
            explains={data.explanations['F07'] ?? []}
            source={t('example.kalimbi.source')}
          />
          <Case
            title={t('example.coltan')}
            heads={[t('example.period'), t('ledger.figure.exported'), t('ledger.figure.produced')]}
            rows={data.coltan.map(({ period, exportedGrams, producedGrams, verdict }) => ({
              when: period,
              left: exportedGrams,
              right: producedGrams,
              verdict,
            }))}
            explains={data.explanations['F24'] ?? []}
            source={t('example.coltan.source')}
          />
        </>
      )}
    </Page>
  )
}

function Case({
  title,
  heads,
  rows,
  explains,
  source,
}: {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly Row[]
  readonly explains: readonly string[]
  readonly source: string
}) {
  const { t, language } = useWords()
  const kilograms = (grams: number | null): string =>
    grams === null ? t('example.not-published') : `${numberText(language, grams / 1_000)} kg`
  return (
    <Panel title={title}>
      <ul className="plain-list stack">
        {rows.map((row) => (
          <li key={row.when} className="hit-step">
            <strong>{row.when}</strong> · {heads[1]} {kilograms(row.left)} · {heads[2]} {kilograms(row.right)}
            <p>
              {row.verdict ? (
                <>
                  <SeverityMark severity={row.verdict.severity} rule={row.verdict.rule} />{' '}
                  {hitSentence(row.verdict.rule, row.verdict.facts)}
                </>
              ) : (
                <span className="small">{t('example.not-asked')}</span>
              )}
            </p>
          </li>
        ))}
      </ul>
      <h3>{t('hit.explains')}</h3>
      <ul>
        {explains.map((one) => (
          <li key={one}>{wordOr(`rule.explain.${one}`, one)}</li>
        ))}
      </ul>
      <Source>{source}</Source>
    </Panel>
  )
}
