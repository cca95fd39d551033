/* The desk of a custodian: who asks, the digits to compare by voice, and giving one's share. The share is opened and resealed on this device; the key itself is never seen here. */
import { useState } from 'react'
import type { CustodiansShown, GiveShares, RecoveriesShown, SharesToGive } from '../../contract-keys.ts'
import { ask } from '../../../../app/api.ts'
import { useAnswer, useCommand } from '../../../../app/ask.ts'
import { Button } from '../../../../app/kit/button.tsx'
import { CheckChoice } from '../../../../app/kit/choice.tsx'
import { Page } from '../../../../app/kit/page.tsx'
import { Pairs } from '../../../../app/kit/pairs.tsx'
import { Note, Panel } from '../../../../app/kit/panel.tsx'
import { EmptyState, ErrorState, Loading } from '../../../../app/kit/states.tsx'
import { InstantText } from '../../../../app/kit/values.tsx'
import { useWords } from '../../../../app/words.ts'
import { ProofsPanel } from './proofs-panel.tsx'
import { resealAll } from '../../../../app/sealing/recover.ts'
import type { Unlocked } from '../../../../app/sealing/unlocked.ts'
import { troubleFrom } from '../../../../app/sealing/use-unlocked.ts'
import { VaultGate } from '../../../../app/sealing/vault-gate.tsx'
import { useColleagues } from '../file/colleagues.ts'

export function SharesScreen() {
  const { t } = useWords()
  const { answer, data, error, loading, again } = useAnswer<RecoveriesShown>('/api/keys/recoveries')
  return (
    <Page title={t('keys.desk.title')} under={t('keys.desk.under')} answer={answer}>
      <Confirm />
      {loading && <Loading />}
      {error && <ErrorState error={error} again={again} />}
      {data?.recoveries.length === 0 && <EmptyState title={t('keys.desk.none')} />}
      {data !== undefined && data.recoveries.length > 0 && (
        <>
          <Note tone="red">{t('keys.desk.compare')}</Note>
          <VaultGate>
            {({ unlocked }) => (
              <div className="stack">
                {data.recoveries.map((one) => (
                  <Request key={one.id} asked={one} unlocked={unlocked} />
                ))}
              </div>
            )}
          </VaultGate>
        </>
      )}
      <ProofsPanel />
    </Page>
  )
}

function Confirm() {
  const { t } = useWords()
  const { data } = useAnswer<CustodiansShown>('/api/keys/custodians')
  const { send, sending, error } = useCommand<{ readonly naming: string }>('/api/keys/custodians/confirmations')
  const { person } = useColleagues()
  const waiting = data?.waiting
  if (!waiting?.mayConfirm) return null
  return (
    <Panel title={t('keys.desk.confirm')}>
      <div className="stack">
        <p>{t('keys.desk.confirm.explain')}</p>
        <ul>
          {waiting.custodians.map((one, at) => (
            <li key={one}>
              {t('keys.custodian', { place: at + 1 })} · {person(one)}
            </li>
          ))}
        </ul>
        {error && <ErrorState error={error} />}
        <div className="form-actions">
          <Button kind="primary" busy={sending} onClick={() => void send({ naming: waiting.naming }).catch(() => null)}>
            {t('keys.desk.confirm')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

function Request({ asked, unlocked }: { readonly asked: RecoveriesShown['recoveries'][number]; readonly unlocked: Unlocked }) {
  const { t } = useWords()
  const { person } = useColleagues()
  const path = `/api/keys/recoveries/${asked.id}/shares`
  const { send, sending } = useCommand<GiveShares>(path)
  const [compared, setCompared] = useState(false)
  const [trouble, setTrouble] = useState<unknown>(null)
  const give = async () => {
    setTrouble(null)
    try {
      const resealed = await resealAll(unlocked, (await ask<SharesToGive>(path)).data, asked.publicKey)
      if (resealed.ok) await send(resealed.value)
      else setTrouble(troubleFrom(resealed.refusal))
    } catch (failed) {
      setTrouble(failed)
    }
  }
  return (
    <Panel title={t(`keys.desk.because.${asked.because}`)}>
      <div className="stack">
        <Pairs
          lines={[
            [t('keys.desk.asks'), person(asked.account)],
            [t('keys.mark.open'), <InstantText key="at" at={asked.askedAt} />],
            [t('keys.desk.cases'), asked.cases],
            [t('keys.desk.given'), asked.given],
          ]}
        />
        <p className="key-digits">{asked.fingerprint}</p>
        {asked.givenByMe ? (
          <Note tone="good">{t('keys.desk.gave')}</Note>
        ) : (
          <>
            <CheckChoice label={t('keys.desk.compared')} checked={compared} onChecked={setCompared} />
            {trouble !== null && <ErrorState error={trouble} />}
            <div className="form-actions">
              <Button kind="primary" busy={sending} disabled={!compared} onClick={() => void give()}>
                {t('keys.desk.give')}
              </Button>
            </div>
          </>
        )}
      </div>
    </Panel>
  )
}
