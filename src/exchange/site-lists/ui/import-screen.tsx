/*
A list of sites in three steps on one page: the file, what its columns say, what each row would change. The run is the same question
asked once more with leave to write; it goes piece by piece, can be stopped, and goes on where it stopped.
*/
import { useRef, useState } from 'react'
import { post, sendFile } from '../../../app/api.ts'
import { questions } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { todayHere } from '../../../app/kit/clock.ts'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { ListSettings, PieceAnswer, PlannedRow, ReadList } from '../list-words.ts'
import { FilePick } from './file-pick.tsx'
import { SettingsForm } from './settings-form.tsx'
import { ResultTable } from './result-table.tsx'

type Work = { readonly doing: 'sending' } | { readonly doing: 'trying' | 'running'; readonly done: number; readonly of: number } | null
interface Result {
  readonly rows: readonly PlannedRow[]
  readonly wrote: boolean
  readonly added: number
  /** Rows done when somebody stopped it; `null`: the whole list. */
  readonly stoppedAt: number | null
}

export function ImportSitesScreen() {
  const { t } = useWords()
  const [list, setList] = useState<ReadList | null>(null)
  const [settings, setSettings] = useState<ListSettings | null>(null)
  const [choices, setChoices] = useState<{ readonly [line: number]: string }>({})
  const [work, setWork] = useState<Work>(null)
  const [result, setResult] = useState<Result | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef(false)

  const guarded = async (act: () => Promise<void>) => {
    setError(null)
    stop.current = false
    try {
      await act()
    } catch (fault) {
      setError(fault)
    }
    setWork(null)
  }
  const send = (file: File) =>
    guarded(async () => {
      setWork({ doing: 'sending' })
      setResult(null)
      setChoices({})
      const read = await sendFile<ReadList>('/api/imports/site-lists', file)
      setList(read)
      setSettings({ mapping: read.guess, source: '', date: todayHere(), origin: 'unknown' })
    })
  const go = (write: boolean) =>
    guarded(async () => {
      if (!list || !settings) return
      setResult(null)
      const rows: PlannedRow[] = []
      let added = 0
      const asked = { ...settings, choices: Object.entries(choices).map(([line, as]) => ({ line: Number(line), as })) }
      for (let from: number | null = 0; from !== null;) {
        setWork({ doing: write ? 'running' : 'trying', done: from, of: list.rows })
        const piece: PieceAnswer = await post(`/api/imports/site-lists/${list.list}/pieces`, { settings: asked, from, write })
        rows.push(...piece.rows)
        added += piece.added
        from = piece.next
        if (stop.current) break
      }
      setResult({ rows, added, wrote: write, stoppedAt: stop.current ? rows.length : null })
      if (write) await questions.invalidateQueries()
    })

  return (
    <Page title={t('lists.title')} under={t('lists.under')}>
      <FilePick list={list} busy={work !== null} onFile={(file) => void send(file)} />
      {work?.doing === 'sending' && <Progress label={t('lists.sending')} done={0} of={null} />}
      {error !== null && <ErrorState error={error} />}
      {list && settings && (
        <SettingsForm
          list={list}
          settings={settings}
          busy={work !== null}
          onSettings={(next) => {
            setSettings(next)
            setResult(null)
          }}
          onTry={() => void go(false)}
        />
      )}
      {work && work.doing !== 'sending' && (
        <Progress
          label={t(work.doing === 'running' ? 'lists.running' : 'lists.trying')}
          done={work.done}
          of={work.of}
          cancel={() => (stop.current = true)}
        />
      )}
      {result && settings && (
        <Panel>
          <Told result={result} />
          <ResultTable
            rows={result.rows}
            choices={choices}
            wrote={result.wrote}
            onChoice={(line, as) =>
              setChoices(
                as === ''
                  ? Object.fromEntries(Object.entries(choices).filter(([key]) => key !== String(line)))
                  : { ...choices, [line]: as },
              )
            }
          />
          {!result.wrote && (
            <RunButton rows={result.rows} choices={choices} source={settings.source} busy={work !== null} run={() => void go(true)} />
          )}
        </Panel>
      )}
    </Page>
  )
}

function Told({ result }: { readonly result: Result }) {
  const { t } = useWords()
  if (result.stoppedAt !== null) return <Note live>{t('lists.stopped', { n: result.stoppedAt })}</Note>
  if (!result.wrote) return null
  return (
    <Note tone="calm" live>
      <strong>{t('lists.done', { n: result.added })}</strong> {t('lists.done.more')}
    </Note>
  )
}

interface RunProps {
  readonly rows: readonly PlannedRow[]
  readonly choices: { readonly [line: number]: string }
  readonly source: string
  readonly busy: boolean
  readonly run: () => void
}
function RunButton({ rows, choices, source, busy, run }: RunProps) {
  const { t } = useWords()
  const n = rows.filter(
    ({ verdict, line }) => verdict === 'new' || verdict === 'changes' || (verdict === 'likely' && (choices[line] ?? 'leave') !== 'leave'),
  ).length
  if (n === 0) return <Note tone="calm">{t('lists.run.none')}</Note>
  return (
    <div className="form-actions">
      <p className="small grow">
        {t('lists.run.confirm', { source })} {Object.keys(choices).length > 0 && t('lists.choices.changed')}
      </p>
      <Button kind="primary" busy={busy} onClick={run}>
        {t('lists.run', { n })}
      </Button>
    </div>
  )
}
