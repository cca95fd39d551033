/* One's own key: made here with what its loss means said first, opened, locked, changed, replaced; and the marks of what was given back. */
import { useState } from 'react'
import type { OwnKey } from '../../contract-keys.ts'
import { useAnswer } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel, Source } from '../../../../app/kit/panel.tsx'
import { ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { mayOpen, useMe } from '../../../../app/who.ts'
import { useWords } from '../../../../app/words.ts'
import { idleMinutesHere, useUnlocked } from '../../../../app/sealing/use-unlocked.ts'
import { Unlock } from '../../../../app/sealing/vault-gate.tsx'
import { ChangeKey } from './change-key.tsx'
import { MakeKey } from './make-key.tsx'
import { Custodians } from './people-lines.tsx'
import { RecoverPart } from './recover-part.tsx'
import { WantingShares } from './wanting-shares.tsx'
import '../../../../app/sealing/vault.css'

export function MyKeyScreen() {
  const { t } = useWords()
  const { answer, data, error, loading, again } = useAnswer<OwnKey>('/api/keys/mine')
  const [replacing, setReplacing] = useState<'lost' | 'stolen' | null>(null)
  return (
    <Page title={t('my-key.title')} under={t('my-key.under')} answer={answer}>
      {loading && <Loading />}
      {error && <ErrorState error={error} again={again} />}
      {data && (data.key === null || replacing !== null) && (
        <MakeKey own={data} because={replacing ?? 'replaced'} onMade={() => setReplacing(null)} />
      )}
      {data?.key && replacing === null && <WithKey own={{ ...data, key: data.key }} onReplace={setReplacing} />}
    </Page>
  )
}

function WithKey({
  own,
  onReplace,
}: {
  readonly own: OwnKey & { readonly key: NonNullable<OwnKey['key']> }
  readonly onReplace: (because: 'lost' | 'stolen') => void
}) {
  const { t } = useWords()
  const unlocked = useUnlocked()
  const me = useMe().data
  const isMine = unlocked !== null && unlocked.holder.account === me?.account
  return (
    <>
      {isMine ? (
        <Panel title={t('keys.open')}>
          <div className="stack">
            <div className="form-actions">
              <Button kind="primary" onClick={() => unlocked.lock()}>
                {t('keys.lock')}
              </Button>
            </div>
            <Source>{t('keys.idle', { minutes: idleMinutesHere() })}</Source>
          </div>
        </Panel>
      ) : (
        <Unlock />
      )}
      <div className="columns">
        <Panel title={t('keys.fingerprint')}>
          <div className="stack">
            <p className="key-digits">{own.key.fingerprint}</p>
            <p className="small">{t('keys.fingerprint.hint')}</p>
            <Pairs lines={[[t('my-key.since'), <InstantText key="since" at={own.key.registeredAt} />]]} />
          </div>
        </Panel>
        <Panel title={t('keys.custodians')}>
          {own.custodians.length === 0 ? <Note>{t('keys.lost.nobody')}</Note> : <Custodians custodians={own.custodians} />}
        </Panel>
      </div>
      {mayOpen('cases.hold-key', me) && <WantingShares unlocked={isMine ? unlocked : null} />}
      <ChangeKey own={own.key} onReplace={onReplace} />
      <RecoverPart own={own} unlocked={isMine ? unlocked : null} />
    </>
  )
}
