/* Group rows as a file, asked and then given: where they are too many the refusal is read here, and no cut-off file lies among the downloads. */
import { useState } from 'react'
import { askFile } from '../../../app/api.ts'
import { Button } from '../../../app/kit/button.tsx'
import { saveFile } from '../../../app/kit/save-file.ts'
import { ErrorState } from '../../../app/kit/states.tsx'
import { useWords } from '../../../app/words.ts'

interface RowsFileProps {
  readonly from: string
  readonly until: string
  readonly most: number
}
export function RowsFile({ from, until, most }: RowsFileProps) {
  const { t } = useWords()
  const [asking, setAsking] = useState(false)
  const [fault, setFault] = useState<unknown>(null)
  const take = async () => {
    setAsking(true)
    setFault(null)
    await askFile(`/api/flows/rows?from=${from}&until=${until}`, new AbortController().signal)
      .then((file) => saveFile(`flows-${from}-${until}.csv`, file, file.type))
      .catch(setFault)
    setAsking(false)
  }
  return (
    <div className="no-print">
      <Button busy={asking} onClick={() => void take()}>
        {t('flows.rows')}
      </Button>{' '}
      <span className="small">{t('flows.rows.most', { most })}</span>
      {fault !== null && <ErrorState error={fault} />}
    </div>
  )
}
