/* What changed since an earlier version, fetched when somebody asks. */
import { useState } from 'react'
import { useAnswer } from '../../../app/ask.ts'
import { Button } from '../../../app/kit/button.tsx'
import { ErrorState, Loading } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'
import type { FormTables, FormVersionBrief } from '../domain/answers.ts'
import { compareSheets } from '../domain/compare-sheets.ts'
import { ChangesTable } from './changes-table.tsx'
import { versionAddress } from './paths.ts'

interface ChangesSinceProps {
  readonly before: FormVersionBrief
  readonly after: FormTables['sheets']
}
export function ChangesSince({ before, after }: ChangesSinceProps) {
  const { t } = useWords()
  const [shown, setShown] = useState(false)
  const { data, error, again } = useAnswer<FormTables>(shown ? `${versionAddress(before.form, before.version)}/tables` : null)
  if (!shown) {
    return (
      <div className="no-print">
        <Button onClick={() => setShown(true)}>{t('forms.compare.show', { version: before.version })}</Button>
      </div>
    )
  }
  return (
    <div className="stack">
      <h3>{t('forms.compare', { version: before.version })}</h3>
      {error && <ErrorState error={error} again={again} />}
      {!data && !error && <Loading />}
      {data && <ChangesTable changes={compareSheets(data.sheets, after)} />}
    </div>
  )
}
