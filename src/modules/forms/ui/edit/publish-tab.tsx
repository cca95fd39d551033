/* Before a new version: what it changes, its number, what the server says of it. */
import { useState } from 'react'
import { post } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { todayHere } from '../../../../app/kit/clock.ts'
import { TextField } from '../../../../app/kit/field.tsx'
import { Note } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import type { FormTables, Reading } from '../../domain/answers.ts'
import { compareSheets } from '../../domain/compare-sheets.ts'
import { nextVersion, trimmedSheets, withVersion } from '../../domain/edit-sheets.ts'
import type { FormSheets } from '../../domain/xlsform/sheets.ts'
import { ChangesTable } from '../changes-table.tsx'
import { ProblemList } from '../problem-list.tsx'
import { PublishPart } from '../publish-part.tsx'

interface PublishTabProps {
  readonly published: FormTables
  /** Every version that is published. */
  readonly versions: readonly string[]
  readonly sheets: FormSheets
  readonly basedOn: string
  readonly onPublished: () => Promise<void>
}
export function PublishTab({ published, versions, sheets, basedOn, onPublished }: PublishTabProps) {
  const { t } = useWords()
  const [version, setVersion] = useState(() => nextVersion(todayHere(), versions))
  const [read, setRead] = useState<{ readonly of: FormSheets; readonly version: string; readonly reading: Reading } | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const changes = compareSheets(published.sheets, trimmedSheets(sheets))
  const check = async () => {
    setBusy(true)
    setTrouble(null)
    try {
      const reading = await post<Reading>('/api/forms/reading', { sheets: trimmedSheets(withVersion(sheets, version)) })
      setRead({ of: sheets, version, reading })
    } catch (error) {
      setTrouble(error)
    } finally {
      setBusy(false)
    }
  }
  if (changes.length === 0) return <p>{t('forms.edit.nothing')}</p>
  // What was checked must be what is published.
  const reading = read !== null && read.of === sheets && read.version === version ? read.reading : null
  return (
    <div className="stack">
      <h3>{t('forms.compare', { version: published.version.version })}</h3>
      <ChangesTable changes={changes} />
      <div className="row">
        <TextField label={t('forms.edit.version')} value={version} onValue={setVersion} maxLength={40} />
        <Button busy={busy} onClick={() => void check()}>
          {t('forms.edit.check')}
        </Button>
      </div>
      {trouble !== null && <ErrorState error={trouble} />}
      {reading && <Verdict reading={reading} basedOn={basedOn} onPublished={onPublished} />}
    </div>
  )
}

function Verdict({
  reading,
  basedOn,
  onPublished,
}: {
  readonly reading: Reading
  readonly basedOn: string
  readonly onPublished: () => Promise<void>
}) {
  const { t } = useWords()
  if (reading.problems.length > 0)
    return (
      <>
        <Note tone="red" live>
          {t('forms.read.problems', { n: reading.problems.length })}
        </Note>
        <ProblemList problems={reading.problems} caption={t('forms.problem.what')} />
      </>
    )
  if (reading.against?.versionTaken)
    return (
      <Note tone="red" live>
        {t('forms.edit.taken', { version: reading.version })}
      </Note>
    )
  return <PublishPart reading={reading} basedOn={basedOn} onPublished={onPublished} />
}
