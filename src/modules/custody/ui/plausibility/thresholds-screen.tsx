/* Thresholds by group of sites: who set which, when, why and on what source; and the form that sets one. */
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords, wordOr } from '../../../../app/words.ts'
import { numberText } from '../../../../kernel/phrase.ts'
import type { RuleShown, ThresholdChange } from '../../contract-plausibility.ts'
import { type PickedSite, SiteField } from '../lots/pick.tsx'
import { ruleTitle, thresholdText } from './hit-sentence.tsx'

export function ThresholdsScreen() {
  const { t } = useWords()
  const me = useMe().data
  const { data, answer, error, again } = useAnswer<{ readonly changes: readonly ThresholdChange[] }>('/api/plausibility/thresholds')
  return (
    <Page
      title={t('thresholds.title')}
      crumbs={<AppLink to="/plausibility">{t('hits.title')}</AppLink>}
      answer={answer}
      actions={mayOpen('custody.set-thresholds', me) && <SetDialog onDone={again} />}
    >
      <Panel title={t('thresholds.log')}>
        <Note tone="calm">{t('thresholds.explain')}</Note>
        {error && <ErrorState error={error} again={again} />}
        {!data && !error && <Loading />}
        {data && (
          <DataTable
            caption={t('thresholds.log')}
            file="thresholds"
            rows={data.changes}
            rowKey={(one) => `${one.rule} ${one.changedAt} ${one.groupCode}`}
            order="-at"
            columns={columnsOf(t)}
            empty={<EmptyState title={t('thresholds.none')}>{t('thresholds.none.do')}</EmptyState>}
          />
        )}
        <Source>{t('figure-rules.source-line')}</Source>
      </Panel>
    </Page>
  )
}

const columnsOf = (t: Translate): readonly Column<ThresholdChange>[] => [
  { key: 'rule', header: t('hits.rule'), value: (one) => one.rule, cell: (one) => `${one.rule} ${ruleTitle(one.rule)}` },
  {
    key: 'group',
    header: t('thresholds.group'),
    value: (one) => `${one.groupKind} ${one.groupName ?? one.groupCode}`,
    cell: (one) => `${t(`thresholds.group.${one.groupKind}`)} ${one.groupKind === 'tenant' ? '' : (one.groupName ?? one.groupCode)}`,
  },
  {
    key: 'values',
    header: t('thresholds.values'),
    value: (one) => JSON.stringify(one.values),
    cell: (one) =>
      one.values === null
        ? t('figure-rules.default')
        : Object.entries(one.values)
            .map(([name, value]) => `${wordOr(`rule.threshold.${name}`, name)} ${value}`)
            .join(' · '),
  },
  { key: 'why', header: t('thresholds.why'), value: (one) => one.reason, cell: (one) => `${one.reason} · ${one.source} (${one.evidence})` },
  {
    key: 'who',
    header: t('thresholds.who'),
    value: (one) => one.organisationName,
    cell: (one) => one.organisationName ?? t('app.unknown'),
  },
  { key: 'at', header: t('thresholds.at'), value: (one) => one.changedAt, cell: (one) => <InstantText at={one.changedAt} /> },
]

const kinds = ['tenant', 'province', 'territoire', 'site'] as const
const marks = ['V', 'S', 'U', 'D'] as const
function SetDialog({ onDone }: { readonly onDone: () => void }) {
  const { t } = useWords()
  const rules =
    useAnswer<{ readonly rules: readonly RuleShown[] }>('/api/plausibility/rules').data?.rules.filter((one) => one.thresholds.length > 0) ??
    []
  const [id, setId] = useState('F05')
  const [kind, setKind] = useState<string>('tenant')
  const [code, setCode] = useState('')
  const [site, setSite] = useState<PickedSite | null>(null)
  const [values, setValues] = useState<{ readonly [name: string]: string }>({})
  const [reason, setReason] = useState('')
  const [source, setSource] = useState('')
  const [evidence, setEvidence] = useState<string>('D')
  const rule = rules.find((one) => one.id === id)
  const said = Object.entries(values).filter(([, value]) => /^\d{1,12}$/.test(value.trim()))
  const place = kind === 'tenant' ? '-' : kind === 'site' ? (site?.id ?? '') : code.trim()
  const complete = rule && place !== '' && reason.trim() !== '' && source.trim() !== '' && said.length > 0
  const data = complete
    ? {
        rule: id,
        group: { kind, code: place },
        values: Object.fromEntries(said.map(([name, value]) => [name, Number(value)])),
        reason: reason.trim(),
        source: source.trim(),
        evidence,
      }
    : null
  return (
    <ActDialog
      title={t('thresholds.set')}
      explain={t('thresholds.set.explain')}
      go={t('thresholds.set.go')}
      path="/api/plausibility/thresholds"
      data={data}
      onDone={onDone}
    >
      <SelectField
        label={t('hits.rule')}
        value={id}
        options={rules.map((one) => ({ value: one.id, label: `${one.id} ${ruleTitle(one.id)}` }))}
        onValue={(next) => (setId(next), setValues({}))}
      />
      <SelectField
        label={t('thresholds.group')}
        value={kind}
        options={kinds.map((value) => ({ value: String(value), label: t(`thresholds.group.${value}`) }))}
        onValue={setKind}
      />
      {kind === 'site' && <SiteField label={t('thresholds.group.site')} value={site} onValue={setSite} />}
      {(kind === 'province' || kind === 'territoire') && (
        <TextField label={t('thresholds.code')} hint={t('thresholds.code.hint')} value={code} onValue={setCode} maxLength={80} />
      )}
      {rule && <Values rule={rule} values={values} onValues={setValues} />}
      <LongTextField label={t('thresholds.reason')} value={reason} onValue={setReason} maxLength={1_000} required />
      <TextField label={t('thresholds.source')} value={source} onValue={setSource} maxLength={400} required />
      <SelectField
        label={t('figure-rules.mark')}
        value={evidence}
        options={marks.map((value) => ({ value: String(value), label: `${value} · ${t(`figure-rules.mark.${value}`)}` }))}
        onValue={setEvidence}
      />
    </ActDialog>
  )
}

type Typed = { readonly [name: string]: string }
function Values({
  rule,
  values,
  onValues,
}: {
  readonly rule: RuleShown
  readonly values: Typed
  readonly onValues: (values: Typed) => void
}) {
  const { t, language } = useWords()
  const shown = (value: number, unit: string) => thresholdText(value, unit, (one) => numberText(language, one))
  return (
    <>
      {rule.thresholds.map(({ name, value, set, unit, least, most }) => (
        <TextField
          key={name}
          label={wordOr(`rule.threshold.${name}`, name)}
          hint={t('thresholds.now', { value: String(set ?? value), shown: shown(set ?? value, unit), least, most })}
          value={values[name] ?? ''}
          onValue={(typed) => onValues({ ...values, [name]: typed })}
          inputMode="numeric"
        />
      ))}
    </>
  )
}
