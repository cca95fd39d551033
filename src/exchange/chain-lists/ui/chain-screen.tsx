/*
Lists of the chain in steps on one page: the file, what its columns say, the trial, the record, the way back. The work goes on in the server whoever looks;
the address holds the import, so the page can be left and opened again.
*/
import { useEffect, useState } from 'react'
import { post, sendFile } from '../../../app/api.ts'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { type Column, DataTable } from '../../../app/kit/data-table.tsx'
import { Field } from '../../../app/kit/field.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Panel } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { EmptyState, ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useUrlState } from '../../../app/kit/url-state.ts'
import { InstantText } from '../../../app/kit/values.tsx'
import { refusalText, useWords } from '../../../app/words.ts'
import type { ImportAnswer } from '../chain-words.ts'
import { ChainResult } from './chain-result.tsx'
import { type ChainForm, ChainSettingsForm } from './chain-settings.tsx'

type Brief = Pick<ImportAnswer, 'id' | 'fileName' | 'kind' | 'state' | 'createdAt' | 'rowsRead'>
const working = ['trying', 'running', 'undoing']

export function ImportChainScreen() {
  const { t } = useWords()
  const [url, change] = useUrlState()
  const id = url['import'] ?? ''
  const asked = useAnswer<ImportAnswer>(id === '' ? null : `/api/imports/chain/${encodeURIComponent(id)}`)
  const { data, again } = asked
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const isWorking = data !== undefined && working.includes(data.state)
  useEffect(() => {
    if (!isWorking) return undefined
    const timer = setInterval(again, 2_000)
    return () => clearInterval(timer)
  }, [isWorking, again])

  const guarded = (work: () => Promise<void>) => {
    setError(null)
    work()
      .catch(setError)
      .finally(() => setSending(false))
  }
  const send = (file: File) => {
    setSending(true)
    guarded(async () => {
      const read = await sendFile<ImportAnswer>('/api/imports/chain', file)
      change({ import: read.id })
    })
  }
  const act = (thing: string, body: object = {}) =>
    guarded(async () => {
      await post(`/api/imports/chain/${encodeURIComponent(id)}/${thing}`, body)
      again()
    })
  return (
    <Page title={t('chain.title')} under={t('chain.under')} answer={asked.answer}>
      <FileField busy={sending || isWorking} onFile={send} />
      {sending && <Progress label={t('chain.sending')} done={0} of={null} />}
      {error !== null && <ErrorState error={error} />}
      {id === '' && <ImportTable onOpen={(one) => change({ import: one })} />}
      {id !== '' && asked.error && <ErrorState error={asked.error} again={again} />}
      {id !== '' && asked.loading && <Loading />}
      {data && <OneImport key={data.id} data={data} act={act} />}
      {id !== '' && <Button onClick={() => change({ import: '' })}>{t('chain.list')}</Button>}
    </Page>
  )
}

function FileField({ busy, onFile }: { readonly busy: boolean; readonly onFile: (file: File) => void }) {
  const { t } = useWords()
  return (
    <Panel>
      <Field label={t('chain.file')} hint={t('chain.file.hint')}>
        {(wiring) => (
          <input
            {...wiring}
            className="input"
            type="file"
            accept=".csv,.tsv,.txt,.xlsx,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            disabled={busy}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) onFile(file)
              // The same file, mended, must be taken again.
              event.target.value = ''
            }}
          />
        )}
      </Field>
    </Panel>
  )
}

interface OneProps {
  readonly data: ImportAnswer
  readonly act: (thing: string, body?: object) => void
}
function OneImport({ data, act }: OneProps) {
  const { t } = useWords()
  const { state } = data
  const [settings, setSettings] = useState<ChainForm>(data.settings ?? firstSettings(data))
  const fault = faultOf(data.fault)
  return (
    <>
      <p role="status">
        <strong>{data.fileName}</strong> : {t(`chain.state.${state}`)}
      </p>
      {fault && <ErrorNote code={fault.code} facts={fault.facts} />}
      {working.includes(state) && (
        <Progress
          label={t(`chain.state.${state}`)}
          done={state === 'trying' ? data.rowsRead : data.doneRows}
          of={state === 'trying' ? null : data.rowsRead}
          cancel={() => act('stops')}
        />
      )}
      {(state === 'sent' || (state === 'tried' && data.doneRows === 0)) && (
        <ChainSettingsForm data={data} settings={settings} onSettings={setSettings} onTry={() => act('trials', settings)} />
      )}
      {state !== 'sent' && state !== 'trying' && <ChainResult data={data} act={act} />}
    </>
  )
}

function ErrorNote({ code, facts }: { readonly code: string; readonly facts: { readonly [name: string]: unknown } }) {
  return (
    <Panel>
      <p role="alert">{refusalText(code, facts)}</p>
    </Panel>
  )
}
function faultOf(fault: unknown): { readonly code: string; readonly facts: { readonly [name: string]: unknown } } | null {
  if (typeof fault !== 'object' || fault === null || !('code' in fault)) return null
  const facts = 'facts' in fault && typeof fault.facts === 'object' && fault.facts !== null ? { ...fault.facts } : {}
  return { code: String(fault.code), facts }
}

const firstSettings = ({ kind, found }: ImportAnswer): ChainForm => ({
  ...{ kind, mapping: found?.guess ?? {}, unit: 'kg', dayOrder: 'day-first', doubtful: 'leave' },
})

function ImportTable({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const { t } = useWords()
  const { data, error, again } = useAnswer<{ readonly imports: readonly Brief[] }>('/api/imports/chain')
  if (error) return <ErrorState error={error} again={again} />
  if (!data) return <Loading />
  const columns: readonly Column<Brief>[] = [
    {
      key: 'name',
      header: t('chain.name'),
      value: (row) => row.fileName,
      cell: (row) => <Button onClick={() => onOpen(row.id)}>{row.fileName}</Button>,
    },
    { key: 'kind', header: t('chain.kind'), value: (row) => t(`chain.kind.${row.kind}`), cell: (row) => t(`chain.kind.${row.kind}`) },
    { key: 'state', header: t('chain.state'), value: (row) => t(`chain.state.${row.state}`), cell: (row) => t(`chain.state.${row.state}`) },
    { key: 'rows', header: t('chain.rows'), value: (row) => row.rowsRead, cell: (row) => row.rowsRead, numeric: true },
    { key: 'when', header: t('chain.when'), value: (row) => row.createdAt, cell: (row) => <InstantText at={row.createdAt} /> },
  ]
  return (
    <Panel>
      <DataTable
        caption={t('chain.list')}
        file="imports"
        rows={data.imports}
        columns={columns}
        rowKey={(row) => row.id}
        order="when"
        empty={<EmptyState title={t('chain.list.none')} />}
      />
    </Panel>
  )
}
