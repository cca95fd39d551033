/* The forty-two rules: what each says, its thresholds with their mark, whether this installation has what it looks at, and what it found. */
import { useAnswer } from '../../../../app/ask.ts'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { RuleShown } from '../../contract-plausibility.ts'
import { SeverityMark } from '../lots/findings.tsx'
import { ruleTitle, thresholdText } from './hit-sentence.tsx'
import './plausibility.css'

export function RulesScreen() {
  const { t, language } = useWords()
  const { data, answer, error, again } = useAnswer<{ readonly rules: readonly RuleShown[] }>('/api/plausibility/rules')
  return (
    <Page title={t('figure-rules.title')} crumbs={<AppLink to="/plausibility">{t('hits.title')}</AppLink>} answer={answer}>
      <Panel>
        <Note tone="calm">{t('figure-rules.explain')}</Note>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('figure-rules.title')}
            file="rules"
            rows={data.rules}
            rowKey={(rule) => rule.id}
            order="rule"
            columns={columnsOf(t, language)}
            empty={<Loading />}
          />
        )}
        <Source>{t('figure-rules.source-line')}</Source>
      </Panel>
    </Page>
  )
}

const columnsOf = (t: Translate, language: Language): readonly Column<RuleShown>[] => {
  const number = (value: number) => numberText(language, value)
  const thresholds = (rule: RuleShown) =>
    rule.thresholds.map(
      (one) =>
        `${wordOr(`rule.threshold.${one.name}`, one.name)} ${thresholdText(one.set ?? one.value, one.unit, number)}${one.set === null ? '' : ` (${t('figure-rules.set')})`}`,
    )
  return [
    {
      key: 'rule',
      header: t('hits.rule'),
      value: (rule) => rule.id,
      cell: (rule) => (
        <>
          <strong>{rule.id}</strong> {ruleTitle(rule.id)}
          <br />
          <span className="small">{wordOr(`rule.${rule.id}.says`, rule.id)}</span>
        </>
      ),
    },
    {
      key: 'severity',
      header: t('hits.severity'),
      value: (rule) => rule.severities.join(''),
      cell: (rule) => (
        <>
          {rule.severities.map((one) => (
            <SeverityMark key={one} severity={one} />
          ))}
        </>
      ),
    },
    {
      key: 'thresholds',
      header: t('thresholds.title'),
      value: (rule) => thresholds(rule).join('; '),
      cell: (rule) => (rule.thresholds.length === 0 ? t('figure-rules.any') : thresholds(rule).map((line) => <div key={line}>{line}</div>)),
    },
    ...stateColumns(t),
  ]
}

/* Mark, version, data, hits. */
const stateColumns = (t: Translate): readonly Column<RuleShown>[] => [
  {
    key: 'mark',
    header: t('figure-rules.mark'),
    value: (rule) => rule.evidence,
    cell: (rule) => (
      <>
        {rule.evidence} · {wordOr(`figure-rules.source.${rule.source}`, rule.source)}
        {rule.case && (
          <div className="small">
            {wordOr(`figure-rules.case.${rule.case.name}`, rule.case.name)} ({rule.case.evidence})
          </div>
        )}
      </>
    ),
  },
  { key: 'version', header: t('figure-rules.version'), numeric: true, value: (rule) => rule.version, cell: (rule) => rule.version },
  {
    key: 'data',
    header: t('figure-rules.data'),
    value: (rule) => t(`figure-rules.data.${rule.data}`),
    cell: (rule) => (
      <>
        {t(`figure-rules.data.${rule.data}`)} <span className="small">({t(`figure-rules.when.${rule.evaluated}`)})</span>
        {rule.waitsFor !== null && (
          <div className="small">{t('figure-rules.waits', { what: wordOr(`rule.waits.${rule.waitsFor}`, rule.waitsFor) })}</div>
        )}
      </>
    ),
  },
  {
    key: 'hits',
    header: t('hits.title'),
    numeric: true,
    value: (rule) => rule.hits,
    cell: (rule) =>
      rule.hits === 0 ? (
        '0'
      ) : (
        <AppLink to="/plausibility" search={{ rule: rule.id }}>
          {t('figure-rules.hits', { open: rule.open, hits: rule.hits })}
        </AppLink>
      ),
  },
]
