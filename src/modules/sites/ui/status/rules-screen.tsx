/* The rules: which rulebook speaks for each country, every value with its source and mark, where the sources disagree, the choice of another. */
import { useAnswer } from '../../../../app/ask.ts'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { DateText, InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords, wordOr } from '../../../../app/words.ts'
import type { Rules } from '../../domain/status/rules-answer.ts'
import { sourcesFr } from '../../words/sources-fr.ts'
import { rulebookTitle } from '../rulebook-title.ts'
import { AdoptDialog } from './adopt-dialog.tsx'
import { valueText, valuesOf } from './rule-values.ts'

export function RulesScreen() {
  const { t } = useWords()
  const may = mayOpen('sites.choose-rules', useMe().data)
  const { data, answer, error, again } = useAnswer<Rules>('/api/status/rules')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  return (
    <Page title={t('rules.title')} answer={answer} actions={may && <AdoptDialog rules={data} />}>
      <Note tone="calm">{t('rules.explain')}</Note>
      {data.countries.map((one) => (
        <CountryPanel key={one.country} country={one} />
      ))}
      <Conflicts rules={data} />
      <Choices rules={data} />
    </Page>
  )
}

function CountryPanel({ country: { country, inForce, chosen } }: { readonly country: Rules['countries'][number] }) {
  const { t, language } = useWords()
  return (
    <Panel title={wordOr(`rules.country.${country}`, country)}>
      <p>
        <b>{t('rules.in-force')}</b>
        {t('app.colon')} {rulebookTitle(inForce.id, language)} ({inForce.id}, {t('rules.since')}{' '}
        <DateText date={chosen?.from ?? inForce.from} />
        ), {chosen ? t('rules.chosen', { reason: chosen.reason }) : t('rules.by-default')}
      </p>
      <Values values={inForce.values} />
      <p className="small" style={{ overflowWrap: 'anywhere' }}>
        SHA-256 {inForce.hash}
      </p>
    </Panel>
  )
}

function Values({ values }: { readonly values: unknown }) {
  const { t, language } = useWords()
  return (
    <div className="table-wrap">
      <table className="table cards">
        <thead>
          <tr>
            {(['period', 'value', 'mark', 'source'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`rules.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {valuesOf(values).map((one) => (
            <tr key={one.name}>
              <td data-label={t('rules.period')}>{t(`rules.name.${one.name}`)}</td>
              <td data-label={t('rules.value')}>
                <b>{valueText(t, one)}</b>
              </td>
              <td data-label={t('rules.mark')}>
                {one.evidence} – {wordOr(`inspect.mark.${one.evidence}`, one.evidence)}
              </td>
              <td data-label={t('rules.source')}>{language === 'fr' ? (sourcesFr[one.source] ?? one.source) : one.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Conflicts({ rules }: { readonly rules: Rules }) {
  const { t, language } = useWords()
  const heads = [t('rules.question'), t('rules.source-a'), t('rules.source-b'), t('rules.default'), t('rules.would-change')]
  return (
    <Panel title={t('rules.conflicts')}>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.conflicts.map((one) => (
              <tr key={one.id}>
                {[one.question, one.a, one.b, one.ours, one.change].map((words, at) => (
                  <td key={heads[at]} data-label={heads[at]}>
                    <span>{words[language]}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function Choices({ rules }: { readonly rules: Rules }) {
  const { t } = useWords()
  return (
    <Panel title={t('rules.history')}>
      {rules.choices.length === 0 ? (
        <EmptyState title={t('rules.history.none')} />
      ) : (
        <ul className="stack" style={{ gap: 8 }}>
          {rules.choices.map((one) => (
            <li key={one.id}>
              {wordOr(`rules.country.${one.country}`, one.country)} · <b>{one.rulebook}</b> · {t('rules.adopt.from')}{' '}
              <DateText date={one.from} /> · {one.reason}
              {one.periods.map((set) => ` · ${t(`rules.name.${set.name}`)} = ${set.value}`)} <InstantText at={one.recordedAt} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
