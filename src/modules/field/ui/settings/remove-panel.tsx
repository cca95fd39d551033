/* Signing out for good: refused in numbers while anything is unsent, with the two ways to make it safe. */
import { useState } from 'react'
import { isFieldDevice } from '../../../../app/device.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { removeHolder } from '../../../../app/field/vault.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { refusalText, useWords } from '../../../../app/words.ts'
import { afterRemoval, leaveFor } from '../lock-now.ts'

export function RemovePanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  const remove = async () => {
    setBusy(true)
    const outcome = await removeHolder(vault.holder.seat).catch(() => null)
    setBusy(false)
    setIsAsking(false)
    if (outcome?.ok) return leaveFor(afterRemoval(isFieldDevice()))
    if (outcome === null) return setSaid(t('lock.trouble'))
    const { code, facts } = outcome.refusal
    return setSaid(code === 'unsent-work' ? t('settings.remove.unsent', facts) : refusalText(code, facts))
  }
  return (
    <Panel title={t('settings.remove')}>
      <div className="stack">
        <p>{t('settings.remove.explain')}</p>
        {said !== null && (
          <div role="alert">
            <Note tone="red">
              <div className="stack" style={{ gap: 8 }}>
                <p>{said}</p>
                <div className="row tight">
                  <LinkButton to="/field/shelf/ready">{t('phone.send-now')}</LinkButton>
                  <LinkButton to="/field/shelf/drafts">{t('phone.shelf.drafts')}</LinkButton>
                </div>
              </div>
            </Note>
          </div>
        )}
        <div className="form-actions">
          <Dialog
            title={t('settings.remove.sure')}
            explain={t('settings.remove.explain')}
            open={isAsking}
            onOpen={setIsAsking}
            trigger={<Button kind="danger">{t('settings.remove.go')}</Button>}
            actions={
              <Button kind="danger" busy={busy} onClick={() => void remove()}>
                {t('settings.remove.go')}
              </Button>
            }
          >
            {null}
          </Dialog>
        </div>
      </div>
    </Panel>
  )
}
