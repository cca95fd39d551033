/* Throwing a draft away, after a question; a draft is work on a desk and no fact. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { post } from '../../../../app/api.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { forgetDraft } from './kept-draft.ts'

export function DiscardDraft({ draft, version }: { readonly draft: string; readonly version: number }) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const discard = async () => {
    try {
      await post(`/api/order-drafts/${draft}/discards`, { version })
      forgetDraft(draft)
      await navigate({ to: '/orders' })
    } catch (trouble) {
      setError(trouble)
    }
  }
  return (
    <Dialog
      title={t('draft.discard')}
      explain={t('draft.discard.explain')}
      open={open}
      onOpen={setOpen}
      trigger={<Button kind="danger">{t('draft.discard')}</Button>}
      actions={
        <Button kind="danger" onClick={() => void discard()}>
          {t('draft.discard')}
        </Button>
      }
    >
      {error !== null && <ErrorState error={error} />}
    </Dialog>
  )
}
