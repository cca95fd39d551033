/*
The whole filtered list as a file, not only the page on screen: asked page by page, with progress, and it can be cancelled. The
columns are those of the list, in the language of the screen.
*/
import { useRef, useState } from 'react'
import { ask } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Progress } from '../../../../app/kit/progress.tsx'
import { saveFile } from '../../../../app/kit/save-file.ts'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { csvOf } from '../../../../app/kit/table-rows.ts'
import { useWords } from '../../../../app/words.ts'
import type { SiteList, SiteRow } from '../../domain/register/answers.ts'
import { fileColumns } from './site-columns.tsx'

export interface ExportSitesProps {
  /** The question for one page of the list, from 1. */
  readonly question: (page: number) => string
  readonly total: number
}
export function ExportSites({ question, total }: ExportSitesProps) {
  const { t } = useWords()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const stop = useRef<AbortController>(null)
  const run = async () => {
    stop.current = new AbortController()
    setError(null)
    try {
      const { rows, asOf } = await askAllPages(question, { seen: setDone, signal: stop.current.signal })
      saveFile(`sites-${asOf}.csv`, csvOf(rows, fileColumns(t, asOf)), 'text/csv')
    } catch (fault) {
      if (!stop.current.signal.aborted) setError(fault)
    }
    setDone(null)
  }
  if (error !== null) return <ErrorState error={error} again={() => void run()} />
  if (done !== null) return <Progress label={t('sites.export')} done={done} of={total} cancel={() => stop.current?.abort()} />
  return (
    <Button disabled={total === 0} onClick={() => void run()}>
      {t('table.export')}
    </Button>
  )
}

interface Watching {
  readonly seen: (rows: number) => void
  readonly signal: AbortSignal
}
async function askAllPages(
  question: (page: number) => string,
  { seen, signal }: Watching,
): Promise<{ rows: readonly SiteRow[]; asOf: string }> {
  const rows: SiteRow[] = []
  for (let page = 1; ; page++) {
    seen(rows.length)
    const { data } = await ask<SiteList>(question(page), signal)
    rows.push(...data.sites)
    if (data.sites.length === 0 || rows.length >= data.total) return { rows, asOf: data.asOf }
  }
}
