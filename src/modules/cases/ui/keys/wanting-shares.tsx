/* Files that nobody could give back: opened before the custodians were named, or kept by former ones. Their reader splits the keys anew, here. */
import { useState } from 'react'
import type { RenewShares, SharesWanting } from '../../contract-keys.ts'
import { deviceKeep } from '../../../../app/device.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { colleaguesOf } from '../../../../app/sealing/colleagues.ts'
import { newShares } from '../../../../app/sealing/recover.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'

export function WantingShares({ unlocked }: { readonly unlocked: Unlocked | null }) {
  const { t } = useWords()
  const { data } = useAnswer<SharesWanting>('/api/keys/shares/wanting')
  const { send } = useCommand<RenewShares>('/api/keys/shares')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  if (data === undefined || data.cases.length === 0) return null
  const give = async (open: Unlocked) => {
    setBusy(true)
    setTrouble(null)
    try {
      const known = await colleaguesOf(open.holder.account, deviceKeep()).admit(data.custodians)
      if (!known.ok) throw troubleFrom(known.refusal)
      for (const one of data.cases) {
        const made = await newShares(open, one, data.custodians)
        if (!made.ok) throw troubleFrom(made.refusal)
        if (made.value.shares.length > 0) await send(made.value)
      }
    } catch (failed) {
      setTrouble(failed)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('keys.wanting')}>
      <div className="stack">
        <Note>{t('keys.wanting.explain', { cases: data.cases.length })}</Note>
        {unlocked === null && <p className="small">{t('keys.wanting.locked')}</p>}
        {trouble !== null && <ErrorState error={trouble} />}
        <div className="form-actions">
          <Button kind="primary" busy={busy} disabled={unlocked === null} onClick={() => unlocked !== null && void give(unlocked)}>
            {t('keys.wanting.go')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
