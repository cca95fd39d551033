/* A paper as a file, with what it shows in the words of the record. */
import { Button } from '../../../app/kit/button.tsx'
import { FileField } from '../../../app/kit/file-field.tsx'
import { useWords } from '../../../app/words.ts'
import type { Attachment } from '../../documents/contract.ts'

export interface PaperFieldProps {
  readonly label: string
  /** What the paper shows, in the words of the record. */
  readonly title: string
  readonly kind: Attachment['kind']
  /** Said once it is kept. */
  readonly keptText?: string
  readonly paper: Attachment | null
  readonly onPaper: (paper: Attachment | null) => void
}
export function PaperField({ label, title, kind, keptText, paper, onPaper }: PaperFieldProps) {
  const { t } = useWords()
  if (paper !== null)
    return (
      <div className="row tight">
        <span className="grow">
          {keptText ?? t('plan.paper.kept')} <span className="small">{paper.file.sha256.slice(0, 12)}</span>
        </span>
        <Button kind="quiet" onClick={() => onPaper(null)}>
          {t('missions.remove')}
        </Button>
      </div>
    )
  return (
    <div className="stack" style={{ gap: 6 }}>
      <FileField<Attachment['file']>
        label={label}
        hint={t('plan.paper.hint')}
        onKept={(file) => onPaper(file === null ? null : { file, title, kind })}
      />
    </div>
  )
}
