/*
The ledger of a site or of a region: what could be dug beside what was tagged, bought and exported, month by month, as a picture and a table that
prints; the assumptions with their authors, open to change; figures from outside with their source.
*/
import { useState } from 'react'
import { useAnswer } from '../../../../app/ask.ts'
import { ActDialog } from '../../../../app/kit/act-dialog.tsx'
import { AppLink } from '../../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../../app/kit/data-table.tsx'
import { LongTextField, SelectField, TextField } from '../../../../app/kit/field.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { useUrlState } from '../../../../app/kit/url-state.ts'
import { DateText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { type Translate, useWords } from '../../../../app/words.ts'
import { type Language, numberText } from '../../../../kernel/phrase.ts'
import type { LedgerAnswer, LedgerMonth } from '../../contract-plausibility.ts'
import { SeverityMark } from '../lots/findings.tsx'
import { type PickedSite, SiteField } from '../lots/pick.tsx'
import { LedgerChart } from './ledger-chart.tsx'
import './plausibility.css'

const kinds = ['tenant', 'province', 'territoire', 'site'] as const
const minerals = ['Sn', 'Ta', 'W', 'Au'] as const

export function LedgerScreen() {
  const { t, language } = useWords()
  const me = useMe().data
  const [url] = useUrlState()
  const kind = url['kind'] ?? 'tenant'
  const code = kind === 'tenant' ? '-' : (url['code'] ?? '')
  const mineral = url['mineral'] ?? 'Sn'
  const { data, answer, error, again } = useAnswer<LedgerAnswer>(
    code === '' ? null : `/api/plausibility/ledger?${new URLSearchParams({ kind, code, mineral }).toString()}`,
  )
  const may = mayOpen('custody.set-thresholds', me)
  return (
    <Page
      title={t('ledger.title')}
      crumbs={<AppLink to="/plausibility">{t('hits.title')}</AppLink>}
      answer={answer}
      under={data && (data.place.kind === 'tenant' ? t('hit.country') : data.place.name)}
      actions={
        data &&
        may && (
          <>
            <FigureDialog ledger={data} onDone={again} />
            <AssumptionDialog ledger={data} onDone={again} />
          </>
        )
      }
    >
      <Panel>
        <Choose />
        {error && <ErrorState error={error} again={again} />}
        {code === '' && <EmptyState title={t('ledger.choose')}>{t('ledger.choose.do')}</EmptyState>}
        {code !== '' && !data && !error && <Loading />}
        {data && (
          <div className="stack">
            <LedgerChart months={data.months} />
            <div className="ledger-scroll">
              <DataTable
                caption={t('ledger.title')}
                file="ledger"
                rows={data.months}
                rowKey={(row) => row.month}
                order="-month"
                columns={columnsOf(t, language)}
                empty={<EmptyState title={t('ledger.none')} />}
              />
            </div>
            <Source>{t('ledger.source')}</Source>
          </div>
        )}
      </Panel>
      {data && <Assumptions ledger={data} />}
      {data && data.figures.length > 0 && <Figures ledger={data} />}
    </Page>
  )
}

function Choose() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const [picked, setPicked] = useState<PickedSite | null>(null)
  const kind = url['kind'] ?? 'tenant'
  const mineral = url['mineral'] ?? 'Sn'
  return (
    <div className="field-row no-print">
      <SelectField
        label={t('ledger.place')}
        value={kind}
        options={kinds.map((value) => ({ value: String(value), label: t(`thresholds.group.${value}`) }))}
        onValue={(next) => change({ kind: next, code: '' })}
      />
      {kind === 'site' && (
        <SiteField
          label={t('thresholds.group.site')}
          value={picked}
          onValue={(site) => (setPicked(site), change({ code: site?.id ?? '' }))}
        />
      )}
      {(kind === 'province' || kind === 'territoire') && (
        <TextField
          label={t('thresholds.code')}
          hint={t('thresholds.code.hint')}
          value={url['code'] ?? ''}
          onValue={(next) => change({ code: next })}
        />
      )}
      <SelectField
        label={t('lots.mineral')}
        value={mineral}
        options={minerals.map((value) => ({ value: String(value), label: t(`mineral.${value}`) }))}
        onValue={(next) => change({ mineral: next })}
      />
    </div>
  )
}

const columnsOf = (t: Translate, language: Language): readonly Column<LedgerMonth>[] => {
  const kilograms = (grams: number | null): string => (grams === null ? '–' : numberText(language, Math.round(grams / 10) / 100))
  const mass = (key: keyof LedgerMonth & `${string}Grams`, header: string): Column<LedgerMonth> => ({
    ...{ key, header, numeric: true },
    value: (row) => row[key],
    cell: (row) => kilograms(row[key]),
  })
  const between = (
    low: keyof LedgerMonth & `${string}Grams`,
    high: keyof LedgerMonth & `${string}Grams`,
    header: string,
  ): Column<LedgerMonth> => ({
    ...{ key: high, header, numeric: true },
    value: (row) => row[high],
    cell: (row) => (row[high] === null ? '–' : `${kilograms(row[low])} – ${kilograms(row[high])}`),
  })
  return [
    {
      key: 'month',
      header: t('ledger.month'),
      value: (row) => row.month,
      cell: (row) => <span className="ledger-month">{row.month}</span>,
    },
    mass('declaredGrams', t('ledger.declared')),
    between('observedLowGrams', 'observedHighGrams', t('ledger.observed')),
    between('labourLowGrams', 'labourHighGrams', t('ledger.labour')),
    mass('taggedGrams', t('ledger.tagged')),
    mass('boughtGrams', t('ledger.bought')),
    mass('exportedGrams', t('ledger.exported')),
    {
      ...{ key: 'gap', header: t('ledger.gap'), numeric: true },
      value: (row) => row.gapGrams,
      cell: (row) =>
        row.gapGrams === null
          ? '–'
          : `${kilograms(row.gapGrams)}${row.gapHundredthsOfPercent === null ? '' : ` (${numberText(language, row.gapHundredthsOfPercent / 100)} %)`}`,
    },
    {
      key: 'says',
      header: t('hits.rule'),
      value: (row) => row.verdicts.map((one) => one.rule).join(' '),
      cell: (row) =>
        row.verdicts.length === 0
          ? '–'
          : row.verdicts.map((one) => <SeverityMark key={one.rule} severity={one.severity} rule={one.rule} />),
    },
  ]
}

function Assumptions({ ledger }: { readonly ledger: LedgerAnswer }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('ledger.assumptions')}>
      <Note tone="calm">{t('ledger.assumptions.explain')}</Note>
      <ul className="plain-list stack ledger-list">
        {ledger.assumptions.map((one) => (
          <li key={one.name}>
            <strong>{t(`ledger.assumption.${one.name}`)}</strong> :{' '}
            {one.name.endsWith('per-digger-day') ? `${numberText(language, one.value / 1_000)} g` : numberText(language, one.value)}{' '}
            <span className="small">
              {one.isDefault ? (
                t('ledger.ours', { mark: one.evidence })
              ) : (
                <>
                  {one.organisationName ?? t('app.unknown')} ·{' '}
                  <DateText date={one.changedAt === null ? null : one.changedAt.slice(0, 10)} /> · {one.reason} ({one.source})
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Figures({ ledger }: { readonly ledger: LedgerAnswer }) {
  const { t, language } = useWords()
  return (
    <Panel title={t('ledger.figures')}>
      <ul className="plain-list stack">
        {ledger.figures.map((one, at) => (
          <li key={at}>
            {one.month} · {t(`ledger.figure.${one.what}`)} : {numberText(language, one.massGrams / 1_000)} kg{' '}
            <span className="small">
              {one.source} ({one.evidence}) · {one.organisationName ?? t('app.unknown')} · <DateText date={one.declaredAt.slice(0, 10)} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

const whats = ['capacity', 'produced', 'tagged', 'bought', 'exported', 'opening-stock'] as const
const marks = ['V', 'S', 'U', 'D'] as const
interface OfLedger {
  readonly ledger: LedgerAnswer
  readonly onDone: () => void
}
const placeOf = ({ place }: LedgerAnswer) => ({ kind: place.kind, code: place.kind === 'tenant' ? '-' : place.code })

function FigureDialog({ ledger, onDone }: OfLedger) {
  const { t } = useWords()
  const [month, setMonth] = useState('')
  const [what, setWhat] = useState<string>('bought')
  const [kilograms, setKilograms] = useState('')
  const [source, setSource] = useState('')
  const [evidence, setEvidence] = useState<string>('S')
  const grams = /^\d{1,12}([.,]\d{1,3})?$/.test(kilograms.trim()) ? Math.round(Number(kilograms.trim().replace(',', '.')) * 1_000) : null
  const data =
    grams === null || source.trim() === '' || !/^\d{4}-\d{2}$/.test(month)
      ? null
      : { place: placeOf(ledger), mineral: ledger.mineral, month, what, massGrams: grams, source: source.trim(), evidence }
  return (
    <ActDialog
      title={t('ledger.declare')}
      explain={t('ledger.declare.explain')}
      go={t('ledger.declare.go')}
      path="/api/plausibility/figures"
      data={data}
      onDone={onDone}
    >
      <TextField label={t('ledger.month')} hint={t('ledger.month.hint')} value={month} onValue={setMonth} type="month" required />
      <SelectField
        label={t('ledger.what')}
        value={what}
        options={whats.map((value) => ({ value: String(value), label: t(`ledger.figure.${value}`) }))}
        onValue={setWhat}
      />
      <TextField label={t('ledger.kilograms')} value={kilograms} onValue={setKilograms} inputMode="decimal" required />
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

const assumptions = ['diggers', 'working-days', 'low-milligrams-per-digger-day', 'high-milligrams-per-digger-day'] as const
function AssumptionDialog({ ledger, onDone }: OfLedger) {
  const { t } = useWords()
  const [name, setName] = useState<string>('diggers')
  const [value, setValue] = useState('')
  const [reason, setReason] = useState('')
  const [source, setSource] = useState('')
  const inGrams = name.endsWith('per-digger-day')
  const number = /^\d{1,9}([.,]\d{1,3})?$/.test(value.trim())
    ? Math.round(Number(value.trim().replace(',', '.')) * (inGrams ? 1_000 : 1))
    : null
  const data =
    number === null || reason.trim() === '' || source.trim() === ''
      ? null
      : { place: placeOf(ledger), mineral: ledger.mineral, name, value: number, reason: reason.trim(), source: source.trim() }
  return (
    <ActDialog
      title={t('ledger.assume')}
      explain={t('ledger.assume.explain')}
      go={t('ledger.assume.go')}
      kind="plain"
      path="/api/plausibility/assumptions"
      data={data}
      onDone={onDone}
    >
      <SelectField
        label={t('ledger.what')}
        value={name}
        options={assumptions.map((one) => ({ value: String(one), label: t(`ledger.assumption.${one}`) }))}
        onValue={setName}
      />
      <TextField
        label={t(inGrams ? 'ledger.grams-a-day' : 'ledger.number')}
        value={value}
        onValue={setValue}
        inputMode="decimal"
        required
      />
      <LongTextField label={t('thresholds.reason')} value={reason} onValue={setReason} maxLength={1_000} required />
      <TextField label={t('thresholds.source')} value={source} onValue={setSource} maxLength={400} required />
    </ActDialog>
  )
}
