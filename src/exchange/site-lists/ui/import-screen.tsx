/*
A list of sites in three steps on one page: the file, what its columns say, what each row would change. The run is the same question
asked once more with leave to write; it goes piece by piece, can be stopped, and goes on where it stopped.
*/
import { Button } from '../../../app/kit/button.tsx'
import { Page } from '../../../app/kit/page.tsx'
import { Note, Panel } from '../../../app/kit/panel.tsx'
import { Progress } from '../../../app/kit/progress.tsx'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { PlannedRow } from '../list-words.ts'
import { FilePick } from './file-pick.tsx'
import { ResultTable } from './result-table.tsx'
import { SettingsForm } from './settings-form.tsx'
import { type Choices, type Result, useImport } from './use-import.ts'

export function ImportSitesScreen() {
  const { t } = useWords()
  const { list, settings, choices, work, result, error, send, go, stop, say, choose } = useImport()
  const busy = work !== null
  return (
    <Page title={t('lists.title')} under={t('lists.under')}>
      <FilePick list={list} busy={busy} onFile={send} />
      {work?.doing === 'sending' && <Progress label={t('lists.sending')} done={0} of={null} />}
      {error !== null && <ErrorState error={error} />}
      {list && settings && <SettingsForm list={list} settings={settings} busy={busy} onSettings={say} onTry={() => go(false)} />}
      {work && work.doing !== 'sending' && (
        <Progress label={t(work.doing === 'running' ? 'lists.running' : 'lists.trying')} done={work.done} of={work.of} cancel={stop} />
      )}
      {result && settings && (
        <Panel>
          <div className="stack">
            <Told result={result} />
            <ResultTable rows={result.rows} choices={choices} wrote={result.wrote} onChoice={choose} />
            {!result.wrote && <RunButton rows={result.rows} choices={choices} source={settings.source} busy={busy} run={() => go(true)} />}
          </div>
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
  readonly choices: Choices
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
    <>
      <p className="small">
        {t('lists.run.confirm', { source })} {Object.keys(choices).length > 0 && t('lists.choices.changed')}
      </p>
      <div className="form-actions">
        <Button kind="primary" busy={busy} onClick={run}>
          {t('lists.run', { n })}
        </Button>
      </div>
    </>
  )
}
