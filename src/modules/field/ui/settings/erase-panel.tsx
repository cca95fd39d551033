/* Emergency deletion: keys first. It says how much unsent work would be lost, asks once, and does not look back. */
import { useEffect, useState } from 'react'
import { isFieldDevice } from '../../../../app/device.ts'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { unsentOf } from '../../../../app/field/unsent.ts'
import { destroySeat } from '../../../../app/field/vault.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Choice } from '../../../../app/kit/choice.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { useWords } from '../../../../app/words.ts'
import { afterRemoval } from '../lock-now.ts'

export function ErasePanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  const [scope, setScope] = useState<'mine' | 'all'>('mine')
  const [busy, setBusy] = useState(false)
  const [unsent, setUnsent] = useState(0)
  useEffect(() => {
    if (isAsking) void unsentOf(vault).then(({ ready, photos, drafts, files }) => setUnsent(ready + photos + drafts + files))
  }, [isAsking, vault])
  const erase = async () => {
    setBusy(true)
    await destroySeat(vault.holder.seat, { everything: scope === 'all' }).catch(() => undefined)
    location.replace(afterRemoval(isFieldDevice()))
  }
  return (
    <Panel title={t('settings.erase')}>
      <div className="stack">
        <p>{t('settings.erase.explain')}</p>
        <div className="form-actions">
          <Dialog
            title={t('settings.erase.sure')}
            explain={t('settings.erase.explain')}
            open={isAsking}
            onOpen={setIsAsking}
            trigger={<Button kind="danger">{t('settings.erase')}…</Button>}
            actions={
              <Button kind="danger" busy={busy} onClick={() => void erase()}>
                {t('settings.erase.go')}
              </Button>
            }
          >
            <Choice
              legend={t('settings.erase.what')}
              value={scope}
              onValue={setScope}
              options={[
                { value: 'mine', label: t('settings.erase.mine') },
                { value: 'all', label: t('settings.erase.all'), hint: t('settings.erase.all.hint') },
              ]}
            />
            {unsent > 0 && <Note tone="red">{t('settings.erase.unsent', { n: unsent })}</Note>}
          </Dialog>
        </div>
      </div>
    </Panel>
  )
}
