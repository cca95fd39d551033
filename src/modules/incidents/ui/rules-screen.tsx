/* Clocks and the safe delay: each value with its default and its mark, and for who may, a way to choose another. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink } from '../../../app/kit/button.tsx'
import { DataTable } from '../../../app/kit/data-table.tsx'
import { SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { mayOpen, useMe } from '../../../app/who.ts'
import { useWords, wordOr } from '../../../app/words.ts'
import type { IncidentRuleShown } from '../contract-report.ts'
import { TextAct } from './act.tsx'

export function RulesScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<{ readonly rules: readonly IncidentRuleShown[] }>('/api/incident-rules')
  const amount = (one: IncidentRuleShown, n: number) => t(`incident-rules.${one.unit}`, { n })
  return (
    <Page
      title={t('incident-rules.title')}
      under={t('incident-rules.explain')}
      crumbs={<AppLink to="/incidents">{t('incidents.title')}</AppLink>}
      answer={answer}
      actions={data && mayOpen('incidents.configure', me) && <Change rules={data.rules} onDone={again} />}
    >
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && (
        <Panel>
          <DataTable
            caption={t('incident-rules.title')}
            file="incident-rules"
            rows={data.rules}
            rowKey={(one) => one.rule}
            order="rule"
            empty={null}
            columns={[
              {
                key: 'rule',
                header: t('incident-rules.rule'),
                value: (one) => wordOr(`incident-rule.${one.rule}`, one.rule),
                cell: (one) => wordOr(`incident-rule.${one.rule}`, one.rule),
              },
              {
                key: 'value',
                header: t('incident-rules.value'),
                numeric: true,
                value: (one) => one.value,
                cell: (one) => amount(one, one.value),
              },
              {
                key: 'default',
                header: t('incident-rules.default'),
                numeric: true,
                value: (one) => one.byDefault,
                cell: (one) => amount(one, one.byDefault),
              },
              {
                key: 'mark',
                header: t('incident-rules.mark'),
                value: (one) => `${one.evidence} ${one.source}`,
                cell: (one) => (
                  <span className="small">
                    <b>{one.evidence}</b> · {one.source}
                  </span>
                ),
              },
            ]}
          />
        </Panel>
      )}
    </Page>
  )
}

function Change({ rules, onDone }: { readonly rules: readonly IncidentRuleShown[]; readonly onDone: () => void }) {
  const { t } = useWords()
  const [rule, setRule] = useState(rules[0]?.rule ?? '')
  const [value, setValue] = useState('')
  const n = Number(value)
  return (
    <TextAct
      title={t('incident-rules.change')}
      explain={t('incident-rules.change.explain')}
      path="/api/incident-rules"
      label={t('incident-act.reason')}
      data={(reason) => (value.trim() !== '' && Number.isInteger(n) && n >= 0 ? { rule, value: n, reason } : null)}
      onDone={onDone}
    >
      <SelectField
        label={t('incident-rules.rule')}
        value={rule}
        options={rules.map((one) => ({ value: one.rule, label: wordOr(`incident-rule.${one.rule}`, one.rule) }))}
        onValue={setRule}
      />
      <TextField label={t('incident-rules.value')} value={value} onValue={setValue} inputMode="numeric" required />
    </TextAct>
  )
}
