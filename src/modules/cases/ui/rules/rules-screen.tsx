/*
Rules of protection that a body may settle for itself: every value with its mark and source, what waits for a second person, all that was before, and
the form to propose. Functions and days, no names: who it was stands in the log.
*/
import { useAnswer } from '../../../../app/ask.ts'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { dateText } from '../../../../kernel/phrase.ts'
import type { RulesShown } from '../../contract-rules.ts'
import { listIn, numberIn } from '../../domain/rules/chosen.ts'
import { type RuleGroup, ruleLists, ruleNumbers } from '../../domain/rules/rule-catalogue.ts'
import { chosenIn, rulesOf } from '../../domain/rules/rules-wire.ts'
import { History, Waiting } from './proposals.tsx'
import { ProposeForm } from './propose-form.tsx'
import { amountText, groupLabels, itemText, ruleText, sourceText } from './rule-labels.ts'

const groups: readonly RuleGroup[] = ['clocks', 'safety', 'work', 'consent', 'retention', 'services', 'access', 'calendar']
const MARKS = ['V', 'S', 'U', 'D'] as const

export function RulesScreen() {
  const { t } = useWords()
  const { data, answer, error, loading, again } = useAnswer<RulesShown>('/api/case-rules')
  return (
    <Page title={t('case-rules.title')} under={data?.body ?? t('case-rules.under')} answer={answer}>
      {loading && <Loading />}
      {error && data === undefined && <ErrorState error={error} again={again} />}
      {data && (
        <div className="stack">
          <Note tone="calm">
            {data.since === null ? t('case-rules.first') : t('case-rules.since', { day: dateText(data.since) })}
            {data.ahead.map((day) => ` ${t('case-rules.ahead', { day: dateText(day) })}`)}
          </Note>
          {data.waiting !== null && <Waiting waiting={data.waiting} mayAnswer={data.mayPropose} done={again} />}
          <Panel title={t('case-rules.marks')}>
            <ul className="plain-list">
              {MARKS.map((mark) => (
                <li key={mark}>
                  <strong>{mark}</strong> {t(`case-rules.mark.${mark}`)}
                </li>
              ))}
            </ul>
          </Panel>
          {groups.map((group) => (
            <Group key={group} group={group} shown={data} />
          ))}
          {data.mayPropose && data.waiting === null && <ProposeForm shown={data} done={again} />}
          <History proposals={data.history} />
          <Source>{t('case-rules.hash', { hash: data.hash.slice(0, 16) })}</Source>
        </div>
      )}
    </Page>
  )
}

function Group({ group, shown }: { readonly group: RuleGroup; readonly shown: RulesShown }) {
  const { t, language } = useWords()
  const chosen = chosenIn(shown.inForce)
  const numbers = ruleNumbers.filter((one) => one.group === group)
  const lists = ruleLists.filter((one) => one.group === group)
  const zone = rulesOf(shown.inForce).calendar.zone
  const itemsText = (key: string, items: readonly string[]): string => {
    if (key === 'zone') return items.length === 0 ? t('case-rules.zone.by-area', { zone }) : zone
    return items.length === 0
      ? t('case-rules.none')
      : items.map((one) => (key === 'free-days' ? dateText(one) : itemText(one, language))).join(', ')
  }
  const lines = [
    ...numbers.map(({ key, least, most }) => {
      const { value, evidence, source } = numberIn(chosen, key)
      return { key, value: amountText(key, value, language), evidence, source, bounds: `${least}–${amountText(key, most, language)}` }
    }),
    ...lists.map(({ key }) => {
      const { value, evidence, source } = listIn(chosen, key)
      return { key, value: itemsText(key, value), evidence, source, bounds: '' }
    }),
  ]
  const columns: readonly Column<(typeof lines)[number]>[] = [
    {
      key: 'rule',
      header: t('case-rules.rule'),
      value: (line) => ruleText(line.key, language),
      cell: (line) => <b>{ruleText(line.key, language)}</b>,
    },
    { key: 'value', header: t('case-rules.value'), value: (line) => line.value, cell: (line) => line.value },
    {
      key: 'mark',
      header: t('case-rules.mark'),
      value: (line) => line.evidence,
      cell: ({ evidence, source }) => (
        <>
          <strong>{evidence}</strong> <span className="small">{sourceText(source, language)}</span>
        </>
      ),
    },
    {
      key: 'bounds',
      header: t('case-rules.bounds'),
      value: (line) => line.bounds,
      cell: (line) => <span className="small">{line.bounds}</span>,
    },
  ]
  return (
    <Panel title={groupLabels[group][language]}>
      <DataTable
        caption={groupLabels[group][language]}
        file=""
        rows={lines}
        columns={columns}
        rowKey={(line) => line.key}
        order="arranged"
        prefix={`${group}.`}
        plain
        empty={null}
      />
    </Panel>
  )
}
