/* Statistics of trade: a table is brought or one line is typed, each with its source; what was brought can be taken away again. */
import { type FormEvent, useState } from 'react'
import { newId, post, sendFile } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { AppLink, Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Field, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { InstantText } from '../../../app/kit/values.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import type { StatisticsAnswer, StatisticsBatch, StatisticsRead } from '../contract.ts'

export function StatisticsScreen() {
  const { t } = useWords()
  const { data, answer, error, again } = useAnswer<StatisticsAnswer>('/api/trade-statistics')
  return (
    <Page
      title={t('statistics.title')}
      under={t('statistics.under')}
      crumbs={<AppLink to="/written-reports">{t('reports.title')}</AppLink>}
      answer={answer}
    >
      <div className="columns">
        <Bring done={again} />
        <TypeOne done={again} />
      </div>
      {error ? (
        <ErrorState error={error} again={again} />
      ) : !data ? (
        <Loading />
      ) : (
        <DataTable
          caption={t('statistics.title')}
          file="statistics"
          rows={data.batches}
          rowKey={(one) => one.id}
          order="-at"
          columns={columnsOf(t)}
          empty={<EmptyState title={t('statistics.none')}>{t('statistics.none.do')}</EmptyState>}
        />
      )}
      <Source>{t('statistics.source.rule')}</Source>
    </Page>
  )
}

interface Working {
  readonly busy: boolean
  readonly error: unknown
  readonly read: StatisticsRead | null
}
const idle: Working = { busy: false, error: null, read: null }

function Bring({ done }: { readonly done: () => void }) {
  const { t } = useWords()
  const [source, setSource] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [id, setId] = useState(newId)
  const [work, setWork] = useState<Working>(idle)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (file === null) return
    setWork({ ...idle, busy: true })
    try {
      const read = await sendFile<StatisticsRead>(`/api/trade-statistics/files?id=${id}&source=${encodeURIComponent(source.trim())}`, file)
      setWork({ ...idle, read })
      setId(newId())
      done()
    } catch (error) {
      setWork({ ...idle, error })
    }
  }
  return (
    <Panel title={t('statistics.bring')}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <TextField
          label={t('statistics.source')}
          hint={t('statistics.source.hint')}
          value={source}
          onValue={setSource}
          maxLength={400}
          required
        />
        <Field label={t('statistics.file')} hint={t('statistics.file.hint')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              onChange={(event) => setFile(event.target.files?.[0] ?? null)}
            />
          )}
        </Field>
        {work.error !== null && <ErrorState error={work.error} />}
        {work.read && <Told read={work.read} />}
        <div className="form-actions">
          <Button kind="primary" type="submit" busy={work.busy} disabled={file === null || source.trim() === ''}>
            {t('statistics.send')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function Told({ read }: { readonly read: StatisticsRead }) {
  const { t } = useWords()
  return (
    <Note tone={read.faultCount > 0 ? 'warn' : 'good'} live>
      {t('statistics.read', { n: read.rows })}
      {read.faultCount > 0 && (
        <>
          {' '}
          {t('statistics.faults', { n: read.faultCount })}
          <ul>
            {read.faults.slice(0, 20).map((one) => (
              <li key={one.line}>
                {t('statistics.fault.line', { line: one.line })} : {t(`statistics.fault.${faultOf(one.problem)}`)}{' '}
                {one.found !== null && `« ${one.found} »`}
              </li>
            ))}
          </ul>
        </>
      )}
    </Note>
  )
}
const faults = ['not-a-country', 'not-a-month', 'not-a-code', 'not-a-mass', 'not-a-value'] as const
const faultOf = (problem: string): (typeof faults)[number] => faults.find((one) => one === problem) ?? 'not-a-value'

const empty = { flow: 'import', reporter: '', partner: '', month: '', hs: '', kg: '', source: '' } as const
type LineForm = { readonly [Name in keyof typeof empty]: string }
function TypeOne({ done }: { readonly done: () => void }) {
  const { t } = useWords()
  const [form, setForm] = useState<LineForm>(empty)
  const [work, setWork] = useState<Working>(idle)
  const change = (part: Partial<LineForm>) => setForm({ ...form, ...part })
  const kilograms = Number(form.kg.replace(',', '.').replaceAll(/\s/g, ''))
  const isReady =
    /^[A-Za-z]{2}$/.test(form.reporter) &&
    /^[A-Za-z]{2}$/.test(form.partner) &&
    /^\d{4}(-\d{2})?$/.test(form.month) &&
    /^\d{4,10}$/.test(form.hs) &&
    form.kg.trim() !== '' &&
    kilograms >= 0 &&
    form.source.trim() !== ''
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setWork({ ...idle, busy: true })
    const { flow, reporter, partner, month, hs, source } = form
    const row = {
      flow,
      reporter: reporter.toUpperCase(),
      partner: partner.toUpperCase(),
      month,
      hs,
      grams: Math.round(kilograms * 1_000),
      valueUsdCents: null,
    }
    try {
      const read = await post<StatisticsRead>('/api/trade-statistics', { id: newId(), source, rows: [row] })
      setWork({ ...idle, read })
      setForm({ ...form, month: '', kg: '' })
      done()
    } catch (error) {
      setWork({ ...idle, error })
    }
  }
  return (
    <Panel title={t('statistics.type')}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <LineFields form={form} change={change} />
        {work.error !== null && <ErrorState error={work.error} />}
        {work.read && <Told read={work.read} />}
        <div className="form-actions">
          <Button type="submit" busy={work.busy} disabled={!isReady}>
            {t('statistics.keep')}
          </Button>
        </div>
      </form>
    </Panel>
  )
}

function LineFields({ form, change }: { readonly form: LineForm; readonly change: (part: Partial<LineForm>) => void }) {
  const { t } = useWords()
  return (
    <>
      <SelectField
        label={t('report.column.flow')}
        value={form.flow}
        options={[
          { value: 'import', label: t('report.word.flow.import') },
          { value: 'export', label: t('report.word.flow.export') },
        ]}
        onValue={(flow) => change({ flow })}
      />
      <div className="field-row two">
        <TextField
          label={t('report.column.reporter')}
          hint={t('statistics.country.hint')}
          value={form.reporter}
          onValue={(reporter) => change({ reporter })}
          maxLength={2}
        />
        <TextField
          label={t('report.column.partner')}
          hint={t('statistics.country.hint')}
          value={form.partner}
          onValue={(partner) => change({ partner })}
          maxLength={2}
        />
      </div>
      <div className="field-row two">
        <TextField
          label={t('report.column.month')}
          hint="2026-03, 2026"
          value={form.month}
          onValue={(month) => change({ month })}
          maxLength={7}
        />
        <TextField
          label={t('report.column.hs')}
          hint="2609, 2611, 261590, 7108"
          value={form.hs}
          onValue={(hs) => change({ hs })}
          maxLength={10}
          inputMode="numeric"
        />
      </div>
      <TextField label={t('statistics.kg')} value={form.kg} onValue={(kg) => change({ kg })} inputMode="decimal" maxLength={16} />
      <TextField label={t('statistics.source')} value={form.source} onValue={(source) => change({ source })} maxLength={400} />
    </>
  )
}

const columnsOf = (t: Translate): readonly Column<StatisticsBatch>[] => [
  { key: 'source', header: t('statistics.source'), value: (one) => one.source, cell: (one) => one.source },
  { key: 'rows', header: t('statistics.rows'), numeric: true, value: (one) => one.rows, cell: (one) => one.rows },
  {
    key: 'period',
    header: t('report.print.period'),
    value: (one) => one.from,
    cell: (one) => (one.from === one.until ? one.from : `${one.from} – ${one.until}`),
  },
  {
    key: 'reporters',
    header: t('report.column.reporter'),
    value: (one) => one.reporters.join(', '),
    cell: (one) => one.reporters.join(', '),
  },
  { key: 'at', header: t('statistics.at'), value: (one) => one.readAt, cell: (one) => <InstantText at={one.readAt} /> },
]
