/* A published file, counted on the device: chosen, read as a stream, its shares and combinations shown and saved. It asks the server nothing. */
import { useState } from 'react'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Field, SelectField, TextField } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel, Source } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { EmptyState, ErrorState } from '../../../app/kit/states.tsx'
import { type Translate, useWords } from '../../../app/words.ts'
import { BrokenCsv, csvLine } from '../../../kernel/csv.ts'
import { numberText } from '../../../kernel/phrase.ts'
import { type CtdcAnalysis, aggregateCells, analyseCtdc, ctdcGroups } from '../analyse.ts'

async function* piecesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    yield part.value
    // The page stays alive while a long file is read.
    await new Promise((go) => setTimeout(go, 0))
  }
}

interface Counted {
  readonly analysis: CtdcAnalysis
  readonly k: number
  readonly length: number
  readonly combinations: number
}
type Stage =
  | { readonly at: 'idle' | 'not-a-table' }
  | { readonly at: 'reading'; readonly rows: number }
  | { readonly at: 'too-wide'; readonly field: string }
  | { readonly at: 'counted'; readonly counted: Counted }

export function CountPublicFileScreen() {
  const { t, language } = useWords()
  const [least, setLeast] = useState('10')
  const [together, setTogether] = useState('3')
  const [stage, setStage] = useState<Stage>({ at: 'idle' })
  const [error, setError] = useState<unknown>(null)
  const k = Number(least)
  const isValid = Number.isInteger(k) && k >= 1
  const count = async (file: File) => {
    setError(null)
    setStage({ at: 'reading', rows: 0 })
    const length = Number(together)
    const found = await analyseCtdc(piecesOf(file), { k, length, onRows: (rows) => setStage({ at: 'reading', rows }) })
    if (!found.ok) return setStage({ at: 'too-wide', field: found.problem.field })
    let combinations = 0
    for (const one of found.analysis.aggregates()) combinations += one.count > 0 ? 1 : 0
    return setStage({ at: 'counted', counted: { analysis: found.analysis, k, length, combinations } })
  }
  const choose = (file: File) =>
    void count(file).catch((fault: unknown) => {
      setStage({ at: fault instanceof BrokenCsv ? 'not-a-table' : 'idle' })
      if (!(fault instanceof BrokenCsv)) setError(fault)
    })
  return (
    <Page title={t('ctdc.title')} under={t('ctdc.under')}>
      <Panel>
        <div className="field-row two">
          <TextField label={t('ctdc.least')} value={least} onValue={setLeast} inputMode="numeric" />
          <SelectField
            label={t('ctdc.together')}
            value={together}
            onValue={setTogether}
            options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          />
        </div>
        <Field label={t('ctdc.file')} hint={t('ctdc.file.hint')}>
          {(wiring) => (
            <input
              {...wiring}
              className="input"
              type="file"
              accept=".csv,text/csv"
              disabled={stage.at === 'reading' || !isValid}
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) choose(file)
                event.target.value = ''
              }}
            />
          )}
        </Field>
      </Panel>
      {stage.at === 'reading' && <Progress label={t('ctdc.reading', { n: numberText(language, stage.rows) })} done={0} of={null} />}
      {stage.at === 'not-a-table' && (
        <Note tone="red" live>
          {t('ctdc.not-a-table')}
        </Note>
      )}
      {stage.at === 'too-wide' && (
        <Note tone="red" live>
          {t('ctdc.column-too-wide', { field: stage.field })}
        </Note>
      )}
      {error !== null && <ErrorState error={error} />}
      {stage.at === 'counted' && <CountedView counted={stage.counted} />}
      <Source>{t('ctdc.source')}</Source>
    </Page>
  )
}

function CountedView({ counted: { analysis, k, length, combinations } }: { readonly counted: Counted }) {
  const { t, language } = useWords()
  const save = () => {
    const lines = [csvLine(['selection', 'count'])]
    for (const one of analysis.aggregates()) lines.push(csvLine(aggregateCells(one)))
    saveFile('k-aggregates.csv', new Blob(lines, { type: 'text/csv;charset=utf-8' }), 'text/csv')
  }
  return (
    <>
      {analysis.complaintCount > 0 && (
        <Note>
          {t('ctdc.unknown', { n: analysis.complaintCount })}{' '}
          {analysis.complaints
            .slice(0, 5)
            .map(({ field, value }) => (value === '' ? field : `${field} ${value}`))
            .join(' · ')}
        </Note>
      )}
      <Panel title={t('ctdc.rows', { n: numberText(language, analysis.rows) })}>
        <p>{t('ctdc.combinations.n', { n: numberText(language, combinations), length, k })}</p>
        <div className="form-actions no-print">
          <Button kind="primary" disabled={combinations === 0} onClick={save}>
            {t('ctdc.save')}
          </Button>
        </div>
      </Panel>
      {ctdcGroups.map((group) => {
        const shares = analysis.shares.get(group)
        const rows = [...(shares?.shares ?? [])].map(([name, one]) => ({ name, ...one }))
        return (
          <Panel
            key={group}
            title={t(`ctdc.group.${group}`)}
            aside={<span>{t('ctdc.of', { n: numberText(language, shares?.denominator ?? 0) })}</span>}
          >
            <DataTable
              caption={t(`ctdc.group.${group}`)}
              file={group}
              prefix={`${group}.`}
              rows={rows}
              rowKey={(one) => one.name}
              order="-count"
              columns={columnsOf(t, language)}
              empty={<EmptyState title={t('app.unknown')} />}
              plain
            />
          </Panel>
        )
      })}
    </>
  )
}

interface ShareRow {
  readonly name: string
  readonly count: number
  readonly share: number | null
}
const columnsOf = (t: Translate, language: 'fr' | 'en'): readonly Column<ShareRow>[] => [
  { key: 'name', header: t('ctdc.column'), value: (one) => one.name, cell: (one) => one.name },
  { key: 'count', header: t('ctdc.count'), numeric: true, value: (one) => one.count, cell: (one) => numberText(language, one.count) },
  {
    key: 'share',
    header: t('ctdc.share'),
    numeric: true,
    value: (one) => one.share,
    cell: (one) => (one.share === null ? '–' : `${numberText(language, one.share / 100)}\u00a0%`),
  },
]
