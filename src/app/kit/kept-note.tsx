/* Says that a form began with what was typed earlier on this device, and how to begin anew. */
import { useWords } from '../words.ts'
import { Button } from './button.tsx'
import type { KeptForm } from './kept-form.ts'
import { Note } from './panel.tsx'

export function KeptNote({ kept }: { readonly kept: Pick<KeptForm<object>, 'taken' | 'restart'> }) {
  const { t } = useWords()
  if (!kept.taken) return null
  return (
    <Note tone="calm">
      <span className="row tight">
        <span className="grow">{t('kept.taken')}</span>
        <Button kind="quiet" onClick={kept.restart}>
          {t('kept.restart')}
        </Button>
      </span>
    </Note>
  )
}
