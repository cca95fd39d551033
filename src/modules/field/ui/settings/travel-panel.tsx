/* One action before the road: send, throw away what tells of persons, say what stays. */
import { useState } from 'react'
import type { OpenVault } from '../../../../app/field/open-vault.ts'
import { forgetShown } from '../../../../app/field/pull-rounds.ts'
import { type Travelled, beforeTheRoad } from '../../../../app/field/travel.ts'
import { addressOfDraft } from '../../../../app/field/person-drafts.ts'
import { Button, LinkButton } from '../../../../app/kit/button.tsx'
import { Dialog } from '../../../../app/kit/dialog.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { ErrorState } from '../../../../app/kit/states.tsx'
import { useWords } from '../../../../app/words.ts'
import { usePhone } from '../use-phone.ts'

export function TravelPanel({ vault }: { readonly vault: OpenVault }) {
  const { t } = useWords()
  const phone = usePhone()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [done, setDone] = useState<Travelled | null>(null)
  if (phone === null) return null
  const go = async (throwsBegunAway = false) => {
    setBusy(true)
    setError(null)
    const forget = () => {
      dispatchEvent(new Event('chanzo-forget'))
      forgetShown()
    }
    try {
      setDone(await beforeTheRoad({ vault, sync: phone.sync, outbox: phone.outbox, now: phone.now(), forget, throwsBegunAway }))
    } catch (fault) {
      setError(fault)
    }
    setBusy(false)
  }
  return (
    <Panel title={t('settings.travel')}>
      <div className="stack">
        <p>{t('settings.travel.explain')}</p>
        {done?.state === 'unsent' && (
          <Note tone="red" live>
            {t('settings.travel.unsent', { ready: done.unsent.ready, photos: done.unsent.photos, files: done.unsent.files })}
          </Note>
        )}
        {done?.state === 'begun' && <Begun begun={done.begun} busy={busy} onThrow={() => void go(true)} />}
        {done?.state === 'ready' && (
          <Note tone="good" live>
            {t('settings.travel.done', { dropped: done.dropped, drafts: done.drafts })}
          </Note>
        )}
        {error !== null && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={busy} onClick={() => void go()}>
            {t('settings.travel.go')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

interface BegunProps {
  readonly begun: readonly string[]
  readonly busy: boolean
  readonly onThrow: () => void
}
/** Never silent: what a person said is sent or thrown away by a choice of its own. */
function Begun({ begun, busy, onThrow }: BegunProps) {
  const { t } = useWords()
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Note tone="red" live>
        {t('settings.travel.begun', { n: begun.length })}
      </Note>
      <div className="form-actions">
        {begun.map((key) => (
          <LinkButton key={key} to={addressOfDraft(key)}>
            {t('settings.travel.finish')}
          </LinkButton>
        ))}
        <Dialog
          title={t('settings.travel.throw')}
          explain={t('settings.travel.throw.explain')}
          open={isAsking}
          onOpen={setIsAsking}
          trigger={<Button kind="danger">{t('settings.travel.throw')}…</Button>}
          actions={
            <Button kind="danger" busy={busy} onClick={onThrow}>
              {t('settings.travel.throw.go')}
            </Button>
          }
        >
          {null}
        </Dialog>
      </div>
    </>
  )
}
